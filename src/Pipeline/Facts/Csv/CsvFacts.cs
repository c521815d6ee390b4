using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Csv;

/// <summary>The rows of a CSV file, as maps by its header.</summary>
internal sealed class CsvFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new();

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts)
    {
        var text = DocumentText.Read(content, file.Path, Limits);
        NodeJson.WriteDocument(facts, file.Path, 0, Parse(text, file.Path));
    }

    /// <exception cref="DocumentException">It is no CSV.</exception>
    public static DocumentNode Parse(string text, string path) => CsvReader.Read(text, path, Delimiter(text, path), Limits);

    private static char Delimiter(string text, string path)
    {
        if (path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase))
        {
            return '\t';
        }

        var header = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length);
        return !header.Contains(',') && header.Contains(';') ? ';' : ',';
    }
}
