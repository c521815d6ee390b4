namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Kyverno;

/// <summary>
/// A pattern for a text: <c>|</c> is or, <c>&amp;</c> is and and binds closer, <c>!</c> in front is not, <c>*</c> stands for any characters, slashes too,
/// and <c>?</c> for one.
/// </summary>
internal static class TextPattern
{
    private static readonly string[] Comparisons = [">=", "<=", ">", "<"];

    /// <param name="pattern">The pattern.</param>
    /// <param name="texts">The forms of what is compared: one that matches is enough, and one is enough to break a "not".</param>
    public static bool Matches(string pattern, IReadOnlyList<string> texts) =>
        texts.Contains(pattern, StringComparer.Ordinal)
        || pattern.Split('|').Any(part => part.Split('&').All(term => MatchesTerm(term.Trim(' '), texts)));

    private static bool MatchesTerm(string term, IReadOnlyList<string> texts) =>
        term is ['!', .. var not] ? !texts.Any(text => Wildcard.Matches(not.Trim(), text))
        : !Array.Exists(Comparisons, sign => term.StartsWith(sign, StringComparison.Ordinal)) && texts.Any(text => Wildcard.Matches(term, text));
}
