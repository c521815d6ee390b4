using System.Net;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.Source;

namespace Gates.Pipeline.Facts.GitHub;

/// <summary>Reads what binds a branch, and tags.</summary>
internal sealed class ProtectionReader(GitHubClient client, Look look)
{
    private const string Part = GitHubFacts.Protection;
    private const int MaxRulesets = 50;

    /// <value>What GitHub says, with the status of what is not there, to a token that may see the protection.</value>
    private const string NotProtected = "Branch not protected";

    public async Task<SeenRules> ReadAsync(string branch, CancellationToken cancellationToken)
    {
        var itself = await look.AskAsync(Part, "the branch", () => client.Source.GetBranchAsync(branch, cancellationToken));
        var (classic, sawClassic) = await ClassicAsync(branch, cancellationToken);
        var (sources, sawRulesets) = await RulesetsAsync(branch, cancellationToken);
        var tags = await TagsAsync(cancellationToken);
        return new SeenRules(
            branch,
            itself?.Protected,
            classic is null ? sources : [.. sources, BindingRules.Of(classic)],
            sawRulesets,
            sawClassic || itself is { Protected: false },
            tags);
    }

    private async Task<(ClassicProtection? Protection, bool Saw)> ClassicAsync(string branch, CancellationToken cancellationToken)
    {
        var found = await look.AskAsync(Part, "the branch's own protection", async () =>
        {
            try
            {
                return new Found(await client.Source.GetProtectionAsync(branch, cancellationToken));
            }
            catch (GitHubException e) when (e.Status == HttpStatusCode.NotFound && e.Words == NotProtected)
            {
                return new Found(null);
            }
        });
        return (found?.Protection, found is not null);
    }

    private async Task<(List<BindingRules> Sources, bool SawAll)> RulesetsAsync(string branch, CancellationToken cancellationToken)
    {
        var rules = await look.ListAsync(Part, "the rules of the branch", () => client.Source.ListRulesAsync(branch, cancellationToken));
        var sources = new List<BindingRules>();
        var sets = (rules ?? []).GroupBy(rule => rule.RulesetId).ToList();
        if (sets.Count > MaxRulesets)
        {
            look.WasCut("the rulesets of the branch");
        }

        foreach (var binding in sets.Take(MaxRulesets))
        {
            var set = binding.Key <= 0 ? null : await look.AskAsync(
                Part, FormattableString.Invariant($"ruleset {binding.Key}"), () => client.Source.GetRulesetAsync(binding.Key, cancellationToken));

            // Its rules bind, whether or not more can be seen of it.
            sources.Add(BindingRules.Of(set ?? new SeenRuleset(binding.Key, FormattableString.Invariant($"ruleset {binding.Key}"), "active"), binding));
        }

        return (sources, rules is not null && sets.Count <= MaxRulesets);
    }

    private async Task<IReadOnlyList<BindingRules>?> TagsAsync(CancellationToken cancellationToken)
    {
        if (await look.ListAsync(Part, "the rulesets", () => client.Source.ListRulesetsAsync(cancellationToken)) is not { } all)
        {
            return null;
        }

        var tags = new List<BindingRules>();
        foreach (var one in all.Where(one => one is { Target: "tag", Enforcement: "active" }).Take(MaxRulesets))
        {
            var name = FormattableString.Invariant($"ruleset {one.Id}");
            if (await look.AskAsync(Part, name, () => client.Source.GetRulesetAsync(one.Id, cancellationToken)) is { } set && BindingRules.IsOfAllTags(set))
            {
                tags.Add(BindingRules.Of(set, set.Rules ?? []));
            }
        }

        return tags;
    }

    private sealed record Found(ClassicProtection? Protection);
}
