using Gates.BuiltIn.DlpScan.Values;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>Rules, arranged for searching.</summary>
internal sealed class RuleSet
{
    private readonly DlpRule[] digitRules;
    private readonly DlpRule[] assigned;
    private readonly Lazy<RuleSet> knownShapes;

    public RuleSet(IReadOnlyList<DlpRule> rules)
    {
        Rules = rules;
        knownShapes = new Lazy<RuleSet>(() => new RuleSet([.. rules.Where(rule => rule.Category is RuleCategories.ProviderSecret or RuleCategories.PrivateKey
            && rule.Anchor == RuleAnchor.Literal)]));
        assigned = rules.Where(rule => rule.Anchor == RuleAnchor.Assignment).ToArray();

        // A name is looked at once, whichever rule is told by its value.
        Literals = new GramFilter(rules.Where(rule => rule.Anchor == RuleAnchor.Literal)
            .SelectMany(rule => rule.Literals.Select(text => new RuleLiteral(rule, text)))
            .Concat(assigned.SelectMany(rule => rule.Literals.Select(text => (rule, text))).DistinctBy(pair => pair.text)
                .Select(pair => new RuleLiteral(pair.rule, pair.text))));
        digitRules = [.. rules.Where(rule => rule.Anchor == RuleAnchor.Digits)];
        AtRules = [.. rules.Where(rule => rule.Anchor == RuleAnchor.At)];
        FewestDigits = digitRules.Length == 0 ? int.MaxValue : digitRules.Min(rule => rule.MinDigits);
    }

    /// <value>The rules whose values are known by their shape alone: what is looked for in binary data.</value>
    public RuleSet KnownShapes => knownShapes.Value;

    public IReadOnlyList<DlpRule> Rules { get; }

    public GramFilter Literals { get; }

    public IReadOnlyList<DlpRule> AtRules { get; }

    /// <value>No rule looks at a shorter number.</value>
    public int FewestDigits { get; }

    public ReadOnlySpan<DlpRule> DigitRules => digitRules;

    /// <summary>The rule for assignments of a kind, or <see langword="null"/>.</summary>
    public DlpRule? Assigned(string kind) => Array.Find(assigned, rule => rule.Assigned == kind);
}
