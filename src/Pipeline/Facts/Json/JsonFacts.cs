using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Json;

/// <summary>The one document of a JSON file.</summary>
internal sealed class JsonFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new();

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts)
    {
        var text = DocumentText.Read(content, file.Path, Limits);
        NodeJson.WriteDocument(facts, file.Path, 0, Parse(text, file.Path));
    }

    /// <exception cref="DocumentException">It is no JSON.</exception>
    public static DocumentNode Parse(string text, string path) => JsonReader.Read(text, path, Limits);
}
