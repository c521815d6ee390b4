using System.Text;

namespace Gates.Formats.Dockerfiles;

/// <summary>Reads the flags between an instruction's name and its arguments.</summary>
internal static class FlagReader
{
    /// <summary>The flags from <paramref name="position"/> on, and where each begins; the last place is where the rest begins.</summary>
    public static (IReadOnlyList<DockerfileFlag> Flags, IReadOnlyList<int> Places) Read(string text, int position, char escape)
    {
        var flags = new List<DockerfileFlag>();
        var places = new List<int>();
        while (true)
        {
            while (position < text.Length && char.IsAscii(text[position]) && char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            places.Add(position);
            if (!text.AsSpan(position).StartsWith("--"))
            {
                return (flags, places);
            }

            (var word, position) = ReadWord(text, position, escape);
            if (word == "--")
            {
                places[^1] = position;
                return (flags, places);
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            flags.Add(equals < 0 ? new DockerfileFlag(word[2..], null) : new DockerfileFlag(word[2..equals], word[(equals + 1)..]));
        }
    }

    /// <summary>A word with quotes removed.</summary>
    private static (string Word, int End) ReadWord(string text, int position, char escape)
    {
        var word = new StringBuilder();
        var quote = '\0';
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (quote == '\0' && EndsWord(c))
            {
                break;
            }

            if (c == escape)
            {
                position++;
                word.Append(position < text.Length ? text[position] : "");
            }
            else if (quote == '\0' ? c is '"' or '\'' : c == quote)
            {
                quote = quote == '\0' ? c : '\0';
            }
            else
            {
                word.Append(c);
            }
        }

        // A character that ends a word by its last byte is gone with it, as in the builder.
        var end = Math.Min(position, text.Length);
        return (word.ToString(), end < text.Length && !char.IsAscii(text[end]) && IsBlankByte(text[end]) ? end + 1 : end);
    }

    /// <summary>The builder looks at bytes here: one of 85 and A0 hexadecimal is a blank to it, also inside a longer character.</summary>
    private static bool EndsWord(char c) => char.IsAscii(c) ? char.IsWhiteSpace(c) : IsBlankByte(c) || (c > '\u07FF' && IsBlankByte((char)(c >> 6)));

    private static bool IsBlankByte(char c) => (c & 0x3F) is 0x05 or 0x20;
}
