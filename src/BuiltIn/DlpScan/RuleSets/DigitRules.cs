namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>The rules that begin at a number, by how many digits it has, and which of them may be left out because their words are not near.</summary>
internal sealed class DigitRules
{
    /// <value>What is printed in groups has so many separators at least; a number with fewer tells nothing by its form.</value>
    public const int MinSeparators = 2;

    private const int MaxDigits = 40;
    private readonly DlpRule[] rules;
    private readonly int[][] byCount;

    public DigitRules(IReadOnlyList<DlpRule> all)
    {
        rules = [.. all.Where(rule => rule.Anchor == RuleAnchor.Digits)];
        byCount = [.. Enumerable.Range(0, MaxDigits + 1)
            .Select(count => Enumerable.Range(0, rules.Length).Where(i => count >= rules[i].MinDigits && count <= rules[i].MaxDigits).ToArray())];
        Near = new NearIndex(rules);
    }

    public bool IsEmpty => rules.Length == 0;

    public NearIndex Near { get; }

    public DlpRule this[int index] => rules[index];

    /// <summary>The rules that look at numbers of so many digits.</summary>
    public ReadOnlySpan<int> Of(int digits) => digits > MaxDigits ? [] : byCount[digits];

    /// <summary>Whether a rule finds nothing unless one of its words is near.</summary>
    public bool NeedsWord(int index, bool isPlain) => rules[index].Near.Count > 0 && (isPlain || !rules[index].NearOnlyWhenBare);
}
