using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Markdown;

namespace Gates.Pipeline.Facts.Markdown;

/// <summary>What a page of Markdown asks and answers.</summary>
internal sealed class MarkdownFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new() { Bytes = 2_000_000 };

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts) => JsonSerializer.Serialize(
        facts, MarkdownReader.Read(DocumentText.Read(content, file.Path, Limits), file.Path), MarkdownJson.Default.MarkdownFile);
}
