using System.Text;

namespace Gates.Formats.Shell;

/// <summary>Finds the ends of here-documents in time that grows with the text, however many a text begins and never ends.</summary>
internal sealed class HereDocuments
{
    private readonly string text;

    // Where each line stands last; and, for <<-, each line without its leading tabs.
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> untabbed = new(StringComparer.Ordinal);

    public HereDocuments(string text)
    {
        this.text = text;
        for (var start = 0; start < text.Length;)
        {
            var line = LineAt(start, out var next);
            lines[line] = start;
            untabbed[line.TrimStart('\t')] = start;
            start = next;
        }
    }

    /// <returns>The lines up to the delimiter, and where the line after it begins; <see langword="null"/> when no line ends them.</returns>
    public string? Read(int position, string delimiter, bool stripTabs, out int end)
    {
        end = position;
        if (!(stripTabs ? untabbed : lines).TryGetValue(delimiter, out var last) || last < position)
        {
            return null;
        }

        var body = new StringBuilder();
        while (end < text.Length)
        {
            var line = LineAt(end, out end);
            line = stripTabs ? line.TrimStart('\t') : line;
            if (line == delimiter)
            {
                return body.ToString();
            }

            body.Append(line).Append('\n');
        }

        return null;
    }

    private string LineAt(int start, out int next)
    {
        var end = text.IndexOf('\n', start);
        end = end < 0 ? text.Length : end;
        next = Math.Min(text.Length, end + 1);
        return text[start..end].TrimEnd('\r');
    }
}
