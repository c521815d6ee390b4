using System.Text;

namespace Gates.BuiltIn.HermeticBuild.Locks;

/// <summary>One key of a TOML file, as far as manifests need it.</summary>
/// <param name="Section">The table, for example <c>project</c> or <c>tool.poetry.dependencies</c>; without quotes.</param>
/// <param name="Key">The key; empty for the table's own heading.</param>
/// <param name="Value">The value as written; an array over several lines is joined.</param>
internal sealed record TomlLine(string Section, string Key, string Value)
{
    public static IEnumerable<TomlLine> Read(string text)
    {
        var section = "";
        var key = "";
        var open = 0;
        var value = new StringBuilder();
        foreach (var raw in text.Split('\n'))
        {
            var line = WithoutComment(raw).Trim();
            if (open == 0 && line.StartsWith('['))
            {
                section = line.Trim('[', ']', ' ').Replace("\"", "", StringComparison.Ordinal);
                yield return new TomlLine(section, "", "");
                continue;
            }

            var sign = open == 0 ? line.IndexOf('=', StringComparison.Ordinal) : -1;
            if (open == 0 && sign <= 0)
            {
                continue;
            }

            key = open == 0 ? line[..sign].Trim().Trim('"') : key;
            var part = line[(sign + 1)..].Trim();
            value.Append(open == 0 ? "" : " ").Append(part);
            open = Math.Max(0, open + part.AsSpan().Count('[') - part.AsSpan().Count(']'));
            if (open == 0)
            {
                yield return new TomlLine(section, key, value.ToString());
                value.Clear();
            }
        }
    }

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
