using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Kyverno;

/// <summary>A key of a pattern with the sign that says how it counts.</summary>
/// <param name="Sign"><c>(</c> for a condition, <c>&lt;(</c> for one of the whole rule, <c>=(</c>, <c>^(</c>, <c>X(</c>, <c>+(</c>; empty without one.</param>
/// <param name="Key">The key of the object.</param>
internal sealed record Anchor(string Sign, string Key)
{
    public bool IsCondition => Sign is "(" or "<(";

    /// <summary>The entries of a pattern with their keys read. Conditions come first: a failure beside one that is not met counts for nothing.</summary>
    public static IEnumerable<(DocumentEntry Entry, Anchor Anchor)> EntriesOf(DocumentNode pattern) =>
        pattern.Entries.Select(entry => (Entry: entry, Anchor: Parse(entry.Key)))
            .OrderBy(pair => !pair.Anchor.IsCondition).ThenBy(pair => !HoldsCondition(pair.Entry.Node, 0));

    /// <summary>Whether a condition stands deeper, which Kyverno also looks at first.</summary>
    private static bool HoldsCondition(DocumentNode node, int depth) => depth < 10
        && (node.Entries.Any(entry => Parse(entry.Key).IsCondition || HoldsCondition(entry.Node, depth + 1))
            || node.Items.Any(item => HoldsCondition(item, depth + 1)));

    public static Anchor Parse(string key)
    {
        var open = key.IndexOf('(', StringComparison.Ordinal);
        return open is 0 or 1 && key.EndsWith(')') && (open == 0 || key[0] is '<' or '=' or '^' or 'X' or '+')
            ? new Anchor(key[..(open + 1)], key[(open + 1)..^1])
            : new Anchor("", key);
    }
}
