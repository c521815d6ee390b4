using Gates.BuiltIn.DlpScan.Custom;
using Gates.BuiltIn.DlpScan.Explaining;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.RuleBooks;

namespace Gates.BuiltIn.DlpScan;

/// <summary>The gate's rules for commands.</summary>
internal sealed class DlpRuleBook : IRuleBook
{
    public string GateId => "dlp-scan";

    public string Path => CustomRules.Path;

    public IReadOnlyList<ListedRule> Rules(ISourceTree tree) => [.. CustomRules.Find(tree).All.Rules.Select(Listed)];

    public string Digest(ISourceTree tree) => CustomEvidence.Digest(CustomRules.Find(tree));

    public IReadOnlyList<TriedRule> Try(ISourceTree tree, string path, byte[] content, int line)
    {
        var text = ExplainedText.Of(path, content);
        var range = text.Line(line);
        return
        [
            .. CustomRules.Find(tree).All.Rules.Select(rule => RuleTrial.Of(rule, path, text.Bytes, range))
                .Select(trial => new TriedRule(Listed(trial.Rule), Name(trial.Outcome), trial.Why, trial.Masked)),
        ];
    }

    public IGate OverAll(IGate gate) => gate is DlpScanGate dlp ? dlp.OverAll() : gate;

    public IReadOnlyList<string> Problems(string text)
    {
        try
        {
            _ = CustomRules.Read(text);
            return [];
        }
        catch (UsageException e)
        {
            return e.All;
        }
    }

    public string? Sample(string pattern, int seed) => PatternSampler.Make(pattern, seed);

    private static ListedRule Listed(DlpRule rule) =>
        new(rule.Id, rule.Title, rule.Category, rule.Severity, ProviderOf(rule), rule.IsCustom) { Help = rule.Help };

    // Shipped rules are named after whose secret they find.
    private static string? ProviderOf(DlpRule rule) =>
        rule.Category == RuleCategories.ProviderSecret && rule.Id.IndexOf('-', StringComparison.Ordinal) is var end and > 0 ? rule.Id[..end] : null;

    private static string Name(TrialOutcome outcome) => outcome switch
    {
        TrialOutcome.NoAnchor => "no-anchor",
        TrialOutcome.NoMatch => "no-match",
        TrialOutcome.Refused => "refused",
        TrialOutcome.Placeholder => "placeholder",
        _ => "found",
    };
}
