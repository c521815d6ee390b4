namespace Gates.Formats.Documents;

/// <summary>Finds tabs where YAML wants spaces; the parser's own message and place for them help nobody.</summary>
internal static class TabIndentation
{
    public const string Message = "the line is indented with a tab; indent with spaces";

    /// <summary>The first tab before the first visible character of a line, from a line on.</summary>
    public static (int Line, int Column)? Find(string text, int fromLine = 1)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var indentation = line[..(line.Length - line.TrimStart(" \t").Length)];
            if (number >= fromLine && indentation.Length < line.Length && indentation.IndexOf('\t') is var tab and >= 0)
            {
                return (number, tab + 1);
            }
        }

        return null;
    }
}
