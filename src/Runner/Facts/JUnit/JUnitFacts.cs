using System.Text.Json;
using Gates.Runner.Documents;

namespace Gates.Runner.Facts.JUnit;

/// <summary>What test runners reported, from JUnit XML files.</summary>
internal sealed class JUnitFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new() { Bytes = 32_000_000, Nodes = 1_500_000 };

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts)
    {
        var text = DocumentText.Read(content, file.Path, Limits);
        var report = new JUnitReader(file.Path).Read(MarkupReader.Read(text, file.Path, Limits));
        JsonSerializer.Serialize(facts, report, JUnitJson.Default.JUnitReport);
    }
}
