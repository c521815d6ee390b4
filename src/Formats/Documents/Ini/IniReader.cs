namespace Gates.Formats.Documents.Ini;

/// <summary>
/// INI files as systemd, git and Python's configparser write them: sections of keys and texts. Keys before the first section stand at the root.
/// What repeats stands under the same key; a line that is indented goes on with the value before it.
/// </summary>
/// <remarks>Own code: the usual libraries keep no lines, and take what is malformed for a key.</remarks>
internal static class IniReader
{
    /// <exception cref="DocumentException">A line is no section, key, value or comment.</exception>
    public static DocumentNode Read(string text, string path)
    {
        var root = new List<DocumentEntry>();
        var (section, sectionLine) = ((string?)null, 1);
        var entries = new List<DocumentEntry>();
        var (number, last) = (0, -1);
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd();
            var trimmed = line.TrimStart();
            if (trimmed.Length == 0 || trimmed[0] is '#' or ';')
            {
                continue;
            }

            var column = line.Length - trimmed.Length + 1;
            if (trimmed[0] == '[')
            {
                Close(root, section, sectionLine, entries);
                (section, sectionLine, entries, last) = (SectionOf(trimmed, path, number, column), number, [], -1);
            }
            else if (column > 1 && last >= 0 && SeparatorOf(trimmed) < 0)
            {
                entries[last] = Continued(entries[last], trimmed, number);
            }
            else
            {
                entries.Add(EntryOf(trimmed, path, number, column));
                last = entries.Count - 1;
            }
        }

        Close(root, section, sectionLine, entries);
        return DocumentNode.Map(Numbered(root), 1, 1);
    }

    private static void Close(List<DocumentEntry> root, string? section, int line, List<DocumentEntry> entries)
    {
        if (section is null)
        {
            root.AddRange(entries);
        }
        else
        {
            root.Add(new DocumentEntry(section, line, 1, DocumentNode.Map(Numbered(entries), line, 1)));
        }
    }

    private static string SectionOf(string line, string path, int number, int column)
    {
        var end = line.IndexOf(']', StringComparison.Ordinal);
        return end > 1 && (end == line.Length - 1 || line[(end + 1)..].TrimStart() is ['#' or ';', ..])
            ? line[1..end].Trim()
            : throw new DocumentException(path, number, column, "a section is a name in brackets, alone on its line, such as [server]");
    }

    private static int SeparatorOf(string line) => line.AsSpan().IndexOfAny('=', ':');

    private static DocumentEntry EntryOf(string line, string path, int number, int column)
    {
        var at = SeparatorOf(line);
        if (at <= 0)
        {
            throw new DocumentException(path, number, column, "this is no section, no comment, and no `key = value`");
        }

        var value = line[(at + 1)..].Trim();
        var start = column + at + 1 + (line.Length - at - 1 - line[(at + 1)..].TrimStart().Length);
        return new DocumentEntry(line[..at].Trim(), number, column, DocumentNode.Scalar(value, value, number, start));
    }

    private static DocumentEntry Continued(DocumentEntry entry, string line, int number)
    {
        var text = entry.Node.Text.Length == 0 ? line : entry.Node.Text + "\n" + line;
        return entry with { Node = DocumentNode.Scalar(text, text, entry.Node.Line, entry.Node.Column, number) };
    }

    private static List<DocumentEntry> Numbered(List<DocumentEntry> entries)
    {
        var repeated = entries.CountBy(entry => entry.Key, StringComparer.Ordinal)
            .Where(one => one.Value > 1).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return entries.ConvertAll(entry =>
        {
            if (!repeated.Contains(entry.Key))
            {
                return entry;
            }

            var occurrence = seen.GetValueOrDefault(entry.Key);
            seen[entry.Key] = occurrence + 1;
            return entry with { Occurrence = occurrence };
        });
    }
}
