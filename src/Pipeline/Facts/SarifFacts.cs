using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Sarif;

namespace Gates.Pipeline.Facts;

/// <summary>What scanners found, from SARIF 2.1.0 files.</summary>
internal sealed class SarifFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new() { Bytes = 32_000_000, Nodes = 1_500_000 };

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts) =>
        JsonSerializer.Serialize(facts, Read(DocumentText.Read(content, file.Path, Limits), file.Path), SarifJson.Default.SarifLog);

    /// <exception cref="DocumentException">The text is no SARIF log.</exception>
    public static SarifLog Read(string text, string path) => new SarifReader(path).Read(JsonReader.Read(text, path, Limits));
}
