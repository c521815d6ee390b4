using Gates.Doors.GitHub.Source;

namespace Gates.Pipeline.Facts.GitHub;

/// <summary>All that binds a branch, as far as it could be seen.</summary>
/// <param name="Branch">Without <c>refs/heads/</c>.</param>
/// <param name="IsProtected">What GitHub says of the branch; <see langword="null"/> when it could not be seen.</param>
/// <param name="Sources">What binds it.</param>
/// <param name="SawRulesets">Whether every ruleset could be seen.</param>
/// <param name="SawClassic">Whether the branch's own protection could be seen.</param>
/// <param name="Tags">What binds every tag; <see langword="null"/> when rulesets could not be seen.</param>
internal sealed record SeenRules(
    string Branch, bool? IsProtected, IReadOnlyList<BindingRules> Sources, bool SawRulesets, bool SawClassic, IReadOnlyList<BindingRules>? Tags)
{
    /// <value>Whether there is nothing else that could bind.</value>
    public bool SawAll => SawRulesets && SawClassic;

    /// <summary>Whether a rule binds, be it with exceptions; <see langword="null"/> when it may and could not be seen.</summary>
    public bool? Has(string rule) => Sources.Any(one => one.Rules.ContainsKey(rule)) ? true : SawAll ? false : null;

    /// <summary>Whether a rule that says so binds; <see langword="null"/> when it may and could not be seen.</summary>
    public bool? Says(string rule, Func<SeenRuleParameters, bool?> says) =>
        Parameters(rule).Any(one => says(one) == true) ? true : SawAll ? false : null;

    /// <summary>The most that a rule asks for; at least so many, where not all could be seen.</summary>
    public int? Most(string rule, Func<SeenRuleParameters, int?> asks) =>
        Parameters(rule).Max(asks) is { } most and > 0 ? most : SawAll ? 0 : null;

    public IEnumerable<SeenRuleParameters> Parameters(string rule) =>
        Sources.Select(one => one.Rules.GetValueOrDefault(rule)).OfType<SeenRuleParameters>();

    /// <value>Whom not every rule binds; <see langword="null"/> when that could not be seen.</value>
    public IReadOnlyList<(string From, SeenBypass Who)>? Bypass =>
        SawAll && Sources.All(one => one.Bypass is not null) ? [.. Sources.SelectMany(one => one.Bypass!.Select(who => (one.Name, who)))] : null;
}
