using System.Text;

namespace Gates.Formats.Dockerfiles.Words;

/// <summary>Splits at white space outside quotes and keeps quotes and escapes, for later expansion.</summary>
internal static class WordReader
{
    public static List<string> Read(string text, char escape)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                Flush(words, word);
                continue;
            }

            if (c == escape && quote != '\'')
            {
                if (i + 1 < text.Length)
                {
                    word.Append(c).Append(text[++i]);
                }

                continue;
            }

            if (quote == '\0' ? c is '"' or '\'' : c == quote)
            {
                quote = quote == '\0' ? c : '\0';
            }

            word.Append(c);
        }

        Flush(words, word);
        return words;
    }

    private static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
