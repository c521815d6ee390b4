using System.Text;

namespace Gates.Formats.Dockerfiles;

/// <summary>Reads the flags between an instruction's name and its arguments.</summary>
internal static class FlagReader
{
    /// <summary>The flags from <paramref name="position"/> on, and where the rest begins.</summary>
    public static (IReadOnlyList<DockerfileFlag> Flags, int End) Read(string text, int position)
    {
        var flags = new List<DockerfileFlag>();
        while (true)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            if (!text.AsSpan(position).StartsWith("--"))
            {
                return (flags, position);
            }

            (var word, position) = ReadWord(text, position);
            if (word == "--")
            {
                return (flags, position);
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            flags.Add(equals < 0 ? new DockerfileFlag(word[2..], null) : new DockerfileFlag(word[2..equals], word[(equals + 1)..]));
        }
    }

    /// <summary>A word with quotes removed. The escape character is always a backslash here, whatever the directive says; the builder does the same.</summary>
    private static (string Word, int End) ReadWord(string text, int position)
    {
        var word = new StringBuilder();
        var quote = '\0';
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                break;
            }

            if (c == '\\')
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

        return (word.ToString(), Math.Min(position, text.Length));
    }
}
