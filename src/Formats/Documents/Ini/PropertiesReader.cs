using System.Globalization;
using System.Text;

namespace Gates.Formats.Documents.Ini;

/// <summary>Properties files as <c>java.util.Properties.load</c> defines them; of a key that stands twice the last counts, as there.</summary>
internal static class PropertiesReader
{
    /// <exception cref="DocumentException">An escape is none.</exception>
    public static DocumentNode Read(string text, string path)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var entries = new Dictionary<string, DocumentEntry>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimStart(' ', '\t', '\f');
            if (line.Length == 0 || line[0] is '#' or '!')
            {
                continue;
            }

            var (number, column) = (i + 1, lines[i].Length - line.Length + 1);
            while (GoesOn(line) && i + 1 < lines.Length)
            {
                line = line[..^1] + lines[++i].TrimStart(' ', '\t', '\f');
            }

            var (keyEnd, valueStart) = Split(line);
            var key = Unescape(line[..keyEnd], path, number);
            var value = Unescape(line[valueStart..], path, number);
            entries.Remove(key);
            entries[key] = new DocumentEntry(key, number, column, DocumentNode.Scalar(value, value, number, column + Math.Min(valueStart, line.Length), i + 1));
        }

        return DocumentNode.Map([.. entries.Values.OrderBy(entry => entry.Line)], 1, 1);
    }

    private static bool GoesOn(string line) => (line.Length - line.TrimEnd('\\').Length) % 2 == 1;

    /// <summary>Where the key ends and the value begins: at the first sign of = or : or white space that no backslash stands before.</summary>
    private static (int KeyEnd, int ValueStart) Split(string line)
    {
        var at = 0;
        while (at < line.Length && line[at] is not ('=' or ':' or ' ' or '\t' or '\f'))
        {
            at += line[at] == '\\' ? 2 : 1;
        }

        var end = Math.Min(at, line.Length);
        var start = Blank(line, end);
        return start < line.Length && line[start] is '=' or ':' ? (end, Blank(line, start + 1)) : (end, start);
    }

    private static int Blank(string line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t' or '\f')
        {
            at++;
        }

        return at;
    }

    private static string Unescape(string text, string path, int line)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
            }
            else if (++i == text.Length)
            {
                break;
            }
            else if (text[i] == 'u')
            {
                var digits = text.AsSpan(i + 1, Math.Min(4, text.Length - i - 1));
                plain.Append(digits.Length == 4 && ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                    ? (char)code
                    : throw new DocumentException(path, line, 1, "\\u needs four hexadecimal digits"));
                i += 4;
            }
            else
            {
                plain.Append(text[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'f' => '\f', var sign => sign });
            }
        }

        return plain.ToString();
    }
}
