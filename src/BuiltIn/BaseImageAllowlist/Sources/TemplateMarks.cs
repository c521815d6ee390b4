namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Tells a template from YAML that is broken: by marks that a reader of YAML could not have passed over.</summary>
internal static class TemplateMarks
{
    private static readonly string[] Marks = ["{{", "{%"];

    /// <summary>Whether a mark stands outside comments and quotes in the document around a line.</summary>
    public static bool Stand(string text, int line)
    {
        var lines = text.Split('\n');
        var at = Math.Clamp(line - 1, 0, lines.Length - 1);
        var first = at;
        while (first > 0 && !lines[first].StartsWith("---", StringComparison.Ordinal))
        {
            first--;
        }

        for (var i = first; i < lines.Length && (i <= at || !lines[i].StartsWith("---", StringComparison.Ordinal)); i++)
        {
            if (HasMark(lines[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasMark(string line)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1])))
            {
                return false;
            }
            else if (Array.Exists(Marks, mark => string.CompareOrdinal(line, i, mark, 0, mark.Length) == 0))
            {
                return true;
            }
        }

        return false;
    }
}
