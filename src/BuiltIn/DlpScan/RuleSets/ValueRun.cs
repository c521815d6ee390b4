namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>
/// How many characters of a kind that words, numbers and encoded text are made of stand in a row in every value of a pattern. Text without such a run
/// cannot hold the value, and a look for it costs a hundredth of a try of the pattern.
/// </summary>
internal static class ValueRun
{
    // Less than that stands in every line.
    private const int Least = 12;
    private static readonly bool[] Parts = PartsOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+/=.:~-");

    /// <summary>The length of the shortest value; 0 when it is short, may hold other characters, or its pattern is of a kind that is not read here.</summary>
    public static int Of(string pattern)
    {
        var at = 0;
        return Alternatives(pattern, ref at) is { } length && at == pattern.Length && length >= Least ? length : 0;
    }

    public static bool IsIn(ReadOnlySpan<byte> text, int length)
    {
        // Every run covers one of every so many places: only those are looked at, backwards.
        for (var (start, last) = (0, length - 1); last < text.Length; last = start + length - 1)
        {
            var i = last;
            while (i >= start && Parts[text[i]])
            {
                i--;
            }

            if (i < start)
            {
                return true;
            }

            start = i + 1;
        }

        return false;
    }

    private static int? Alternatives(string pattern, ref int at)
    {
        var least = int.MaxValue;
        while (true)
        {
            var sum = 0;
            while (at < pattern.Length && pattern[at] is not ('|' or ')'))
            {
                if (Part(pattern, ref at) is not { } length)
                {
                    return null;
                }

                sum += length;
            }

            least = Math.Min(least, sum);
            if (at == pattern.Length || pattern[at] == ')')
            {
                return least;
            }

            at++;
        }
    }

    private static int? Part(string pattern, ref int at) => Atom(pattern, ref at) is { } length ? length * Times(pattern, ref at) : null;

    private static int? Atom(string pattern, ref int at)
    {
        switch (pattern[at])
        {
            case '(':
                return Group(pattern, ref at);
            case '[':
                return Class(pattern, ref at);
            case '\\':
                at += 2;
                return at <= pattern.Length && IsPart(pattern[at - 1]) && !char.IsAsciiLetterOrDigit(pattern[at - 1]) ? 1 : null;
            case '.':
                return null;
            default:
                return IsPart(pattern[at++]) ? 1 : null;
        }
    }

    private static int? Group(string pattern, ref int at)
    {
        var rest = pattern.AsSpan(at);
        if (rest.StartsWith("(?=") || rest.StartsWith("(?!") || rest.StartsWith("(?<!") || rest.StartsWith("(?<="))
        {
            return LookAround(pattern, ref at);
        }

        if (!rest.StartsWith("(?:"))
        {
            return null;
        }

        at += 3;
        var length = Alternatives(pattern, ref at);
        return length is not null && at < pattern.Length && pattern[at++] == ')' ? length : null;
    }

    // It takes nothing of the value.
    private static int? LookAround(string pattern, ref int at)
    {
        for (var depth = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    at++;
                    break;
                case '[':
                    at = pattern.IndexOf(']', at + 1);
                    if (at < 0 || pattern[at - 1] is '[' or '^' or '\\')
                    {
                        return null;
                    }

                    break;
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0:
                    at++;
                    return 0;
            }
        }

        return null;
    }

    private static int? Class(string pattern, ref int at)
    {
        var end = pattern.IndexOf(']', at);
        var inner = end < 0 ? "^" : pattern[(at + 1)..end];
        at = end + 1;

        // Ranges go from one of the characters to another of its kind, so their ends tell.
        return inner.Length > 0 && inner.All(IsPart) && Ranges(inner) ? 1 : null;
    }

    private static bool Ranges(string inner)
    {
        for (var i = 1; i + 1 < inner.Length; i++)
        {
            if (inner[i] == '-' && !IsRange(inner[i - 1], inner[i + 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRange(char from, char to) => (char.IsAsciiDigit(from) && char.IsAsciiDigit(to))
        || (char.IsAsciiLetterLower(from) && char.IsAsciiLetterLower(to))
        || (char.IsAsciiLetterUpper(from) && char.IsAsciiLetterUpper(to));

    private static int Times(string pattern, ref int at)
    {
        if (at == pattern.Length)
        {
            return 1;
        }

        switch (pattern[at])
        {
            case '?' or '*':
                at++;
                return 0;
            case '+':
                at++;
                return 1;
            case '{':
                var end = pattern.IndexOfAny([',', '}'], at);
                var count = int.Parse(pattern.AsSpan(at + 1, end - at - 1), System.Globalization.CultureInfo.InvariantCulture);
                at = pattern.IndexOf('}', end) + 1;
                return count;
            default:
                return 1;
        }
    }

    private static bool IsPart(char c) => c < Parts.Length && Parts[c];

    private static bool[] PartsOf(string characters)
    {
        var parts = new bool[256];
        foreach (var c in characters)
        {
            parts[c] = true;
        }

        return parts;
    }
}
