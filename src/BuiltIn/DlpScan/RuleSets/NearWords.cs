using System.Text;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>
/// Finds words in a line, in any case and also inside camelCase, but not inside other words ("ssn" is not in "className").
/// Lines are read one byte a character, so a word with accents stands in them as it is encoded.
/// </summary>
internal static class NearWords
{
    // The program has no culture data, so it cannot take letters apart.
    private const string Accented = "áàâäãåąăçćčďéèêëęěíìîïłľñńňóòôöõőøřšśşșťțúùûüůűýžźżğı";
    private const string Unaccented = "aaaaaaaacccdeeeeeeiiiillnnnooooooorssssttuuuuuuyzzzgi";
    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Latin1];

    /// <summary>The ways in which words of a rule file stand in files: as UTF-8 and Latin-1, in capitals, and without their accents.</summary>
    public static IReadOnlyList<string> Spell(IReadOnlyList<string> words) => [.. words.SelectMany(Spell).Distinct(StringComparer.Ordinal)];

    public static bool Any(string line, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            // The library's own search that ignores case looks at every letter by itself.
            var (lower, upper) = (char.ToLowerInvariant(word[0]), char.ToUpperInvariant(word[0]));
            for (int i = 0, step; (step = line.AsSpan(i).IndexOfAny(lower, upper)) >= 0; i++)
            {
                i += step;
                if (line.Length - i >= word.Length
                    && line.AsSpan(i, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
                    && IsEdge(line, i)
                    && IsEdge(line, i + word.Length))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public static bool IsEdge(ReadOnlySpan<byte> text, int place) =>
        place == 0 || place >= text.Length || IsEdge((char)text[place - 1], (char)text[place]);

    /// <summary>Whether two words are the same, whatever the case of their ASCII letters.</summary>
    public static bool Equal(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var (a, b) = (text[i], word[i]);
            if (a != b && ((a ^ b) != 0x20 || !char.IsAsciiLetter((char)a)))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> Spell(string word)
    {
        if (Ascii.IsValid(word))
        {
            return [word];
        }

        string[] forms = [word, word.ToUpperInvariant(), string.Concat(word.Select(Plain))];
        return forms.SelectMany(form => Encodings.Where(encoding => ReferenceEquals(encoding, Encoding.UTF8) || form.All(static c => c < 0x100))
            .Select(encoding => Encoding.Latin1.GetString(encoding.GetBytes(form))));
    }

    private static char Plain(char letter) => Accented.IndexOf(letter, StringComparison.Ordinal) is var place and >= 0 ? Unaccented[place] : letter;

    private static bool IsEdge(string line, int place) => place == 0 || place >= line.Length || IsEdge(line[place - 1], line[place]);

    private static bool IsEdge(char before, char after) => !char.IsAsciiLetter(before) || !char.IsAsciiLetter(after)
        || (char.IsAsciiLetterLower(before) && char.IsAsciiLetterUpper(after));
}
