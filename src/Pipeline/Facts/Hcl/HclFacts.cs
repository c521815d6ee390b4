using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Documents.Hcl;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Hcl;

/// <summary>The one document of a file of HCL, such as Terraform's. What would have to be evaluated stays a text.</summary>
internal sealed class HclFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new();

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts) =>
        NodeJson.WriteDocument(facts, file.Path, 0, Parse(DocumentText.Read(content, file.Path, Limits), file.Path));

    /// <exception cref="DocumentException">It is no HCL.</exception>
    public static DocumentNode Parse(string text, string path) => HclReader.ReadWhole(text, path);
}
