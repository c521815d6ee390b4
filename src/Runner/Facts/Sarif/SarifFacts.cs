using System.Text.Json;
using Gates.Runner.Documents;

namespace Gates.Runner.Facts.Sarif;

/// <summary>What scanners found, from SARIF 2.1.0 files.</summary>
internal sealed class SarifFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new() { Bytes = 32_000_000, Nodes = 1_500_000 };

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts)
    {
        var text = DocumentText.Read(content, file.Path, Limits);
        var log = new SarifReader(file.Path).Read(JsonReader.Read(text, file.Path, Limits));
        JsonSerializer.Serialize(facts, log, SarifJson.Default.SarifLog);
    }
}
