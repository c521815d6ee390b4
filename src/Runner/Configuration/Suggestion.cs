namespace Gates.Runner.Configuration;

/// <summary>Finds what someone probably meant to type.</summary>
internal static class Suggestion
{
    /// <summary>The nearest candidate within a third of the text's length, or <see langword="null"/>.</summary>
    public static string? For(string text, IEnumerable<string> candidates)
    {
        if (text.Length is < 3 or > 100)
        {
            return null;
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
            if (distance <= allowed && (best is null || distance < allowed))
            {
                best = candidate;
                allowed = distance;
            }
        }

        return best;
    }

    /// <summary>The words to add to a message: <c>; did you mean "x"?</c>, or nothing.</summary>
    public static string Words(string text, IEnumerable<string> candidates) => For(text, candidates) is { } best ? $"; did you mean \"{best}\"?" : ";";

    /// <summary>Damerau-Levenshtein (optimal string alignment): insertions, deletions, replacements and swapped neighbours cost 1 each.</summary>
    internal static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
