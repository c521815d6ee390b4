using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Documents.Toml;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Toml;

/// <summary>The one document of a TOML file.</summary>
internal sealed class TomlFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new();

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts)
    {
        var text = DocumentText.Read(content, file.Path, Limits);
        NodeJson.WriteDocument(facts, file.Path, 0, TomlReader.Read(text, file.Path, Limits));
    }
}
