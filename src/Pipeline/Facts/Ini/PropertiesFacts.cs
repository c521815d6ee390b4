using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Documents.Ini;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Ini;

/// <summary>The one document of a properties file, as Java has them: a map of texts.</summary>
internal sealed class PropertiesFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new();

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts) =>
        NodeJson.WriteDocument(facts, file.Path, 0, Parse(DocumentText.Read(content, file.Path, Limits), file.Path));

    /// <exception cref="DocumentException">A line is none of the format.</exception>
    public static DocumentNode Parse(string text, string path) => PropertiesReader.Read(text, path);
}
