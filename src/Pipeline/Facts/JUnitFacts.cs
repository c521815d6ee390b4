using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.JUnit;

namespace Gates.Pipeline.Facts;

/// <summary>What test runners reported, from JUnit XML files.</summary>
internal sealed class JUnitFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new() { Bytes = 32_000_000, Nodes = 1_500_000 };

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts) =>
        JsonSerializer.Serialize(facts, Read(DocumentText.Read(content, file.Path, Limits), file.Path), JUnitJson.Default.JUnitReport);

    /// <exception cref="DocumentException">The text is no JUnit report.</exception>
    public static JUnitReport Read(string text, string path) => new JUnitReader(path).Read(MarkupReader.Read(text, path, Limits));
}
