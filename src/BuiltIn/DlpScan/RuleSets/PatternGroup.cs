namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>What stands behind <c>(?</c> in a pattern.</summary>
/// <param name="End">Where it ends.</param>
/// <param name="HasContent">Whether a group follows; options alone, such as (?i), have none.</param>
/// <param name="Name">The group's name; <see langword="null"/> when it has none.</param>
internal readonly record struct PatternGroup(int End, bool HasContent, string? Name = null)
{
    /// <exception cref="FormatException">Such a group cannot be matched in linear time; the message says what to write instead.</exception>
    public static PatternGroup Read(string pattern, int at)
    {
        var rest = pattern.AsSpan(at);
        if (rest.StartsWith("=") || rest.StartsWith("!") || rest.StartsWith("<=") || rest.StartsWith("<!"))
        {
            throw new FormatException("looks around (`(?=`, `(?!`, `(?<=`, `(?<!`), which cannot be matched in linear time; "
                + "the characters beside a value are checked without it (`bounded`), words near it by `near`, and the value itself goes into `(?<secret>…)`");
        }

        if (rest.StartsWith(">") || rest.StartsWith("("))
        {
            throw new FormatException("has an atomic group or a condition (`(?>`, `(?(`), which cannot be matched in linear time; write `(?:…)` and "
                + "alternatives");
        }

        return rest.StartsWith("P<") ? throw new FormatException("has `(?P<name>…)`; write `(?<name>…)`")
            : rest.StartsWith("<") || rest.StartsWith("'") ? ReadName(pattern, at)
            : ReadOptions(pattern, at);
    }

    private static PatternGroup ReadName(string pattern, int at)
    {
        var end = pattern.IndexOf(pattern[at] == '<' ? '>' : '\'', at + 1);
        var name = end < 0 ? throw new FormatException("has a group's name without its end") : pattern[(at + 1)..end];
        return name.Contains('-', StringComparison.Ordinal)
            ? throw new FormatException("has a balancing group, which cannot be matched in linear time; bound what may stand inside each other")
            : new PatternGroup(end + 1, HasContent: true, name);
    }

    private static PatternGroup ReadOptions(string pattern, int at)
    {
        while (at < pattern.Length && pattern[at] is not (':' or ')'))
        {
            var option = pattern[at++];
            if (option is not ('i' or 's' or 'm' or 'n' or '-'))
            {
                throw new FormatException($"has the option '{option}' in `(?…)`; valid: i, s, m and n");
            }
        }

        return at == pattern.Length ? throw new FormatException("has a ( without its )") : new PatternGroup(at + 1, pattern[at] == ':');
    }
}
