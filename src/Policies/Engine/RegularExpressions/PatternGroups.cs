namespace Gates.Policies.Engine.RegularExpressions;

/// <summary>Finds the capturing groups of an ECMAScript pattern, which references may name before they open.</summary>
internal static class PatternGroups
{
    /// <returns>The groups' names in order, <see langword="null"/> for those without one.</returns>
    /// <exception cref="FormatException">A name is not closed or stands twice.</exception>
    public static List<string?> Read(string pattern)
    {
        var groups = new List<string?>();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    Add(groups, pattern, i + 1);
                    break;
            }
        }

        return groups;
    }

    private static void Add(List<string?> groups, string pattern, int at)
    {
        if (at >= pattern.Length || pattern[at] != '?')
        {
            groups.Add(null);
            return;
        }

        if (string.CompareOrdinal(pattern, at, "?<", 0, 2) != 0 || (at + 2 < pattern.Length && pattern[at + 2] is '=' or '!'))
        {
            return;
        }

        var close = pattern.IndexOf('>', at);
        var name = close < 0 ? "" : pattern[(at + 2)..close];
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$'))
        {
            throw new FormatException($"the regular expression /{Texts.Shorten(pattern, 60)}/ cannot be used: a group's name is written (?<name>…)");
        }

        if (groups.Contains(name, StringComparer.Ordinal))
        {
            throw new FormatException($"the regular expression /{Texts.Shorten(pattern, 60)}/ cannot be used: two groups are named \"{name}\"");
        }

        groups.Add(name);
    }
}
