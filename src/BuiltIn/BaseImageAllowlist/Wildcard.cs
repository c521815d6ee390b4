namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>Matches a whole text against a pattern in which <c>*</c> stands for any characters, in time linear in their product.</summary>
/// <remarks>In Kyverno's patterns <c>?</c> stands for one character; no name of an image, a registry or an object has one.</remarks>
internal static class Wildcard
{
    public static bool Matches(string pattern, string text)
    {
        var (p, t, star, retry) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, retry) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == text[t] || pattern[p] == '?'))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
