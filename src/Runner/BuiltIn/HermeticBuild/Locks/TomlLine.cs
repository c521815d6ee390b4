namespace Gates.Runner.BuiltIn.HermeticBuild.Locks;

/// <summary>One key of a TOML file, as far as manifests need it.</summary>
/// <param name="Section">The table, for example <c>project</c> or <c>tool.poetry.dependencies</c>; without quotes.</param>
/// <param name="Key">The key; empty for the table's own heading.</param>
/// <param name="Value">The value as written; an array over several lines is joined.</param>
internal sealed record TomlLine(string Section, string Key, string Value)
{
    public static IEnumerable<TomlLine> Read(string text)
    {
        var section = "";
        var (key, value) = ("", "");
        foreach (var raw in text.Split('\n'))
        {
            var line = WithoutComment(raw).Trim();
            if (key.Length > 0)
            {
                value += " " + line;
            }
            else if (line.StartsWith('['))
            {
                section = line.Trim('[', ']', ' ').Replace("\"", "", StringComparison.Ordinal);
                yield return new TomlLine(section, "", "");
                continue;
            }
            else if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign)
            {
                (key, value) = (line[..sign].Trim().Trim('"'), line[(sign + 1)..].Trim());
            }

            if (key.Length > 0 && IsComplete(value))
            {
                yield return new TomlLine(section, key, value);
                (key, value) = ("", "");
            }
        }
    }

    private static bool IsComplete(string value) =>
        !value.StartsWith('[') || value.AsSpan().Count('[') <= value.AsSpan().Count(']');

    private static string WithoutComment(string line)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            if (quote != '\0')
            {
                quote = line[i] == quote ? '\0' : quote;
            }
            else if (line[i] is '"' or '\'')
            {
                quote = line[i];
            }
            else if (line[i] == '#')
            {
                return line[..i];
            }
        }

        return line;
    }
}
