using System.Text;

namespace Gates.Formats.Documents;

/// <summary>CSV (RFC 4180) with a header, into a sequence of maps. Own code: the usual libraries keep no columns and mend what is malformed.</summary>
internal sealed class CsvReader
{
    private readonly string text;
    private readonly string path;
    private readonly char delimiter;
    private readonly DocumentLimits limits;
    private int at;
    private int line = 1;
    private int lineStart;
    private int nodes;

    private CsvReader(string text, string path, char delimiter, DocumentLimits limits)
    {
        this.text = text;
        this.path = path;
        this.delimiter = delimiter;
        this.limits = limits;
    }

    private int Column => at - lineStart + 1;

    private bool AtLineEnd => at == text.Length || text[at] == '\n' || (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n');

    /// <exception cref="DocumentException">Rows of different lengths, a quote out of place, a header that is no header, or beyond the limits.</exception>
    public static DocumentNode Read(string text, string path, char delimiter, DocumentLimits? limits = null)
    {
        // Empty lines at the end are an editor's, not rows.
        var reader = new CsvReader(text.TrimEnd('\r', '\n'), path, delimiter, limits ?? new DocumentLimits());
        return reader.ReadAll();
    }

    private DocumentNode ReadAll()
    {
        if (text.Length == 0)
        {
            throw new DocumentException(path, 1, 1, "the file is empty; expected a header row");
        }

        var header = ReadRow();
        CheckHeader(header);
        var rows = new List<DocumentNode>();
        while (at < text.Length)
        {
            var row = ReadRow();
            if (row.Count != header.Count)
            {
                throw new DocumentException(path, row[0].Line, 1, FormattableString.Invariant($"the row has {Fields(row.Count)}, the header {header.Count}"));
            }

            rows.Add(DocumentNode.Map(
                [.. row.Select((value, i) => new DocumentEntry(header[i].Text, header[i].Line, header[i].Column, value))],
                row[0].Line,
                row[0].Column));
        }

        return DocumentNode.Sequence(rows, 1, 1);
    }

    private static string Fields(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "field" : "fields")}");

    private void CheckHeader(List<DocumentNode> header)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in header)
        {
            if (name.Text.Length == 0)
            {
                throw new DocumentException(path, name.Line, name.Column, "a column has no name in the header");
            }

            if (!seen.Add(name.Text))
            {
                throw new DocumentException(path, name.Line, name.Column, $"the column \"{name.Text}\" stands twice in the header");
            }
        }
    }

    private List<DocumentNode> ReadRow()
    {
        var row = new List<DocumentNode>();
        while (true)
        {
            if (++nodes > limits.Nodes)
            {
                throw Fail(FormattableString.Invariant($"more than {limits.Nodes:N0} values"));
            }

            row.Add(at < text.Length && text[at] == '"' ? ReadQuoted() : ReadPlain());
            if (AtLineEnd)
            {
                NextLine();
                return row;
            }

            at++;
        }
    }

    private DocumentNode ReadPlain()
    {
        var (start, column) = (at, Column);
        while (!AtLineEnd && text[at] != delimiter)
        {
            if (text[at] == '"')
            {
                throw Fail("a quote stands inside an unquoted value; put the whole value in quotes and double the quotes in it");
            }

            at++;
        }

        var value = text[start..at];
        return DocumentNode.Scalar(value, value, line, column);
    }

    private DocumentNode ReadQuoted()
    {
        var (startLine, startColumn) = (line, Column);
        var value = new StringBuilder();
        at++;
        while (at < text.Length)
        {
            var c = text[at++];
            if (c == '\n')
            {
                line++;
                lineStart = at;
            }

            if (c != '"')
            {
                value.Append(c);
            }
            else if (at < text.Length && text[at] == '"')
            {
                value.Append('"');
                at++;
            }
            else
            {
                return AtLineEnd || text[at] == delimiter
                    ? DocumentNode.Scalar(value.ToString(), value.ToString(), startLine, startColumn, line)
                    : throw Fail("text stands after a closing quote; double a quote that belongs to the value");
            }
        }

        throw new DocumentException(path, startLine, startColumn, "the quote is not closed");
    }

    private void NextLine()
    {
        at += at < text.Length && text[at] == '\r' ? 2 : 1;
        line++;
        lineStart = at;
    }

    private DocumentException Fail(string reason) => new(path, line, Column, reason);
}
