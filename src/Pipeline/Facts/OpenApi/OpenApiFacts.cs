using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.OpenApi;

namespace Gates.Pipeline.Facts.OpenApi;

/// <summary>The one document of a description of an interface, its references followed.</summary>
internal sealed class OpenApiFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new();

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts) =>
        NodeJson.WriteDocument(facts, file.Path, 0, OpenApiReader.Read(DocumentText.Read(content, file.Path, Limits), file.Path));
}
