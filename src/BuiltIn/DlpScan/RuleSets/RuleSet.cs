using Gates.BuiltIn.DlpScan.Values;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>Rules, arranged for searching.</summary>
internal sealed class RuleSet
{
    private const string Off = "off";
    private readonly DlpRule[] assigned;
    private readonly Lazy<RuleSet> knownShapes;
    private readonly Lazy<ColumnRules> columns;

    public RuleSet(IReadOnlyList<DlpRule> rules)
    {
        Rules = rules;
        knownShapes = new Lazy<RuleSet>(() => new RuleSet([.. rules.Where(rule => rule.Category is RuleCategories.ProviderSecret or RuleCategories.PrivateKey
            && rule.Anchor == RuleAnchor.Literal)]));
        var searched = rules.Where(static rule => rule.Severity != Off).ToArray();
        assigned = searched.Where(rule => rule.Anchor == RuleAnchor.Assignment).ToArray();

        // A name is looked at once, whichever rule is told by its value.
        Literals = new GramFilter(searched.Where(rule => rule.Anchor == RuleAnchor.Literal)
            .SelectMany(rule => rule.Literals.Select(text => new RuleLiteral(rule, text)))
            .Concat(assigned.SelectMany(rule => rule.Literals.Select(text => (rule, text))).DistinctBy(pair => pair.text)
                .Select(pair => new RuleLiteral(pair.rule, pair.text))));
        Digits = new DigitRules(searched);
        columns = new Lazy<ColumnRules>(() => new ColumnRules(searched));
        AtRules = [.. searched.Where(rule => rule.Anchor == RuleAnchor.At)];
    }

    /// <value>The rules whose values are known by their shape alone: what is looked for in binary data.</value>
    public RuleSet KnownShapes => knownShapes.Value;

    /// <value>All rules, also those that are shipped switched off and so not looked for.</value>
    public IReadOnlyList<DlpRule> Rules { get; }

    public GramFilter Literals { get; }

    public IReadOnlyList<DlpRule> AtRules { get; }

    /// <value>The rules that begin at a number.</value>
    public DigitRules Digits { get; }

    /// <value>The rules that judge the columns of tables; arranged when the first table needs them.</value>
    public ColumnRules Columns => columns.Value;

    /// <summary>The rule for assignments of a kind, or <see langword="null"/>.</summary>
    public DlpRule? Assigned(string kind) => Array.Find(assigned, rule => rule.Assigned == kind);

    /// <summary>The same rules, and those looked for that are shipped switched off and named here.</summary>
    public RuleSet SwitchOn(IReadOnlyDictionary<string, string> severities)
    {
        bool IsAsked(DlpRule rule) => rule.Severity == Off && severities.TryGetValue(rule.Id, out var severity) && severity != Off;
        return Rules.Any(IsAsked) ? new RuleSet([.. Rules.Select(rule => IsAsked(rule) ? rule with { Severity = severities[rule.Id] } : rule)]) : this;
    }
}
