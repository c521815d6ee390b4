namespace Gates.Policies;

/// <summary>Finds what someone probably meant to type.</summary>
public static class Suggestion
{
    /// <summary>The nearest candidate within a third of the text's length, or <see langword="null"/>.</summary>
    public static string? For(string text, IEnumerable<string> among)
    {
        if (text.Length is < 3 or > 100)
        {
            return null;
        }

        var candidates = among.ToList();

        var plain = Plain(text);
        if (candidates.FirstOrDefault(candidate => Plain(candidate) == plain) is { } same)
        {
            return same;
        }

        var allowed = text.Length / 3;
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - text.Length) > allowed)
            {
                continue;
            }

            var distance = Distance(text.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance <= allowed && (best is null || distance < allowed || (SameStart(text, candidate) && !SameStart(text, best))))
            {
                best = candidate;
                allowed = distance;
            }
        }

        return best;
    }

    /// <summary>Without what people mix up: case, the sign between words, the plural, and the two names of one format.</summary>
    private static string Plain(string text)
    {
        var letters = string.Concat(text.ToLowerInvariant().Where(character => character is not ('_' or '-' or ' ')));
        return letters.Replace("yaml", "yml", StringComparison.Ordinal).TrimEnd('s');
    }

    private static bool SameStart(string a, string b) => b.Length > 0 && char.ToLowerInvariant(a[0]) == char.ToLowerInvariant(b[0]);

    /// <summary>The question to end a message with: <c>; did you mean x?</c>, or nothing.</summary>
    public static string Question(string text, IEnumerable<string> candidates) => For(text, candidates) is { } best ? $"; did you mean {best}?" : "";

    /// <summary>The words to add to a message: <c>; did you mean "x"?</c>, or nothing.</summary>
    public static string Words(string text, IEnumerable<string> candidates) => For(text, candidates) is { } best ? $"; did you mean \"{best}\"?" : ";";

    /// <summary>Damerau-Levenshtein (optimal string alignment): insertions, deletions, replacements and swapped neighbours cost 1 each.</summary>
    internal static int Distance(string a, string b)
    {
        int[] beforeLast = [], last = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replace, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[^1];
    }
}
