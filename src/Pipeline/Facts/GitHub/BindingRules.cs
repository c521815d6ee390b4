using Gates.Doors.GitHub.Source;

namespace Gates.Pipeline.Facts.GitHub;

/// <summary>Something that binds a branch or tags: a ruleset, or a branch's own protection.</summary>
/// <param name="Name">For people.</param>
/// <param name="Rules">By their type in rulesets.</param>
/// <param name="Bypass">Whom it does not bind; <see langword="null"/> when that could not be seen.</param>
/// <param name="Since">Since when it is as it is; <see langword="null"/> when nothing says so.</param>
internal sealed record BindingRules(
    string Name, IReadOnlyDictionary<string, SeenRuleParameters?> Rules, IReadOnlyList<SeenBypass>? Bypass, DateTimeOffset? Since)
{
    public const string ForcePush = "non_fast_forward";
    public const string Deletion = "deletion";
    public const string Update = "update";
    public const string PullRequest = "pull_request";
    public const string Checks = "required_status_checks";
    public const string Signatures = "required_signatures";
    public const string Linear = "required_linear_history";

    private const string All = "~ALL";

    /// <value>Whether it binds everybody, as far as can be seen.</value>
    public bool BindsAll => Bypass is { Count: 0 };

    /// <param name="set">The whole ruleset.</param>
    /// <param name="binding">Those of its rules that bind.</param>
    public static BindingRules Of(SeenRuleset set, IEnumerable<SeenRule> binding) =>
        new(
            set.Name,
            binding.GroupBy(rule => rule.Type, StringComparer.Ordinal)
                .ToDictionary(rules => rules.Key, rules => rules.First().Parameters, StringComparer.Ordinal),
            set.BypassActors,
            set.UpdatedAt ?? set.CreatedAt);

    /// <summary>A branch's own protection. Nothing says since when it is as it is.</summary>
    public static BindingRules Of(ClassicProtection classic)
    {
        var rules = new Dictionary<string, SeenRuleParameters?>(StringComparer.Ordinal);
        void Add(bool stands, string type, SeenRuleParameters? parameters = null)
        {
            if (stands)
            {
                rules[type] = parameters;
            }
        }

        var reviews = classic.RequiredPullRequestReviews;
        Add(classic.AllowForcePushes is { Enabled: false }, ForcePush);
        Add(classic.AllowDeletions is { Enabled: false }, Deletion);
        Add(classic.RequiredSignatures is { Enabled: true }, Signatures);
        Add(classic.RequiredLinearHistory is { Enabled: true }, Linear);
        Add(reviews is not null, PullRequest, new SeenRuleParameters
        {
            RequiredApprovingReviewCount = reviews?.RequiredApprovingReviewCount,
            DismissStaleReviewsOnPush = reviews?.DismissStaleReviews,
            RequireCodeOwnerReview = reviews?.RequireCodeOwnerReviews,
            RequireLastPushApproval = reviews?.RequireLastPushApproval,
        });
        Add(classic.RequiredStatusChecks is not null, Checks, new SeenRuleParameters
        {
            StrictRequiredStatusChecksPolicy = classic.RequiredStatusChecks?.Strict,
            RequiredStatusChecks = [.. (classic.RequiredStatusChecks?.Contexts ?? []).Select(name => new SeenCheck(name))],
        });
        List<SeenBypass> bypass = classic.EnforceAdmins is { Enabled: true } ? [] : [new SeenBypass("Administrators") { BypassMode = "always" }];
        if (reviews?.BypassPullRequestAllowances is { Count: > 0 } allowed)
        {
            bypass.AddRange(Enumerable.Repeat(new SeenBypass("PullRequestAllowance") { BypassMode = "pull_request" }, allowed.Count));
        }

        return new BindingRules("branch protection", rules, bypass, null);
    }

    /// <summary>Whether a ruleset is about every tag.</summary>
    public static bool IsOfAllTags(SeenRuleset set) =>
        set is { Target: "tag", Enforcement: "active" }
        && set.Conditions?.RefName is { } names
        && names.Include?.Contains(All, StringComparer.Ordinal) == true
        && names.Exclude is null or { Count: 0 };
}
