using System.Text;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary>Reads JSON as the tools do that own it: with comments and commas at the end, and the last of a key that stands twice.</summary>
internal static class JsonText
{
    /// <exception cref="DocumentException">Not JSON.</exception>
    public static DocumentNode Read(string text, string path)
    {
        var read = JsonReader.ReadLenient(Plain(text), path);
        return read.Documents.Count > 0 ? read.Documents[0]
            : throw (read.Broken.Count > 0 ? read.Broken[0] : new DocumentException(path, 1, 1, "the file must hold a JSON object"));
    }

    // Blanks take the place of what is left out, so that every line and column stays.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text);
        var comma = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] switch
            {
                '"' => EndOfText(text, i),
                '/' when i + 1 < text.Length && text[i + 1] == '/' => EndOf(text, i, "\n", 0),
                '/' when i + 1 < text.Length && text[i + 1] == '*' => EndOf(text, i + 2, "*/", 2),
                _ => i,
            };
            if (text[i] == '/' && end > i)
            {
                Blank(plain, i, end);
                i = end - 1;
                continue;
            }

            if (text[i] is '}' or ']' && comma >= 0)
            {
                plain[comma] = ' ';
            }

            comma = text[i] == ',' ? i : char.IsWhiteSpace(text[i]) ? comma : -1;
            i = end;
        }

        return plain.ToString();
    }

    private static int EndOfText(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] != '"')
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at, text.Length - 1);
    }

    private static int EndOf(string text, int start, string close, int length) =>
        text.IndexOf(close, Math.Min(start, text.Length), StringComparison.Ordinal) is >= 0 and var at ? at + length : text.Length;

    private static void Blank(StringBuilder text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            text[i] = text[i] is '\n' or '\r' ? text[i] : ' ';
        }
    }
}
