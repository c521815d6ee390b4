namespace Gates.Doors.GitHub.Source;

/// <param name="Name">Without <c>refs/heads/</c>.</param>
/// <param name="Protected">Whether anything protects it.</param>
internal sealed record SeenBranch(string Name, bool Protected);

/// <summary>How a commit lies to a branch.</summary>
/// <param name="Status"><c>identical</c> or <c>behind</c> when the branch has it; <c>ahead</c> or <c>diverged</c> when it has not.</param>
internal sealed record SeenComparison(string Status);

/// <summary>A branch's own protection, the form that was there before rulesets.</summary>
internal sealed record ClassicProtection
{
    public ProtectionFlag? EnforceAdmins { get; init; }

    public ProtectionFlag? AllowForcePushes { get; init; }

    public ProtectionFlag? AllowDeletions { get; init; }

    public ProtectionFlag? RequiredSignatures { get; init; }

    public ProtectionFlag? RequiredLinearHistory { get; init; }

    public ClassicReviews? RequiredPullRequestReviews { get; init; }

    public ClassicChecks? RequiredStatusChecks { get; init; }
}

internal sealed record ProtectionFlag(bool Enabled);

internal sealed record ClassicReviews
{
    public int RequiredApprovingReviewCount { get; init; }

    public bool DismissStaleReviews { get; init; }

    public bool RequireCodeOwnerReviews { get; init; }

    public bool RequireLastPushApproval { get; init; }

    /// <value>Who needs no review; <see langword="null"/> when nobody is excepted.</value>
    public ClassicBypass? BypassPullRequestAllowances { get; init; }
}

internal sealed record ClassicBypass
{
    public IReadOnlyList<EventActor>? Users { get; init; }

    public IReadOnlyList<SeenTeam>? Teams { get; init; }

    public IReadOnlyList<SeenTeam>? Apps { get; init; }

    public int Count => (Users?.Count ?? 0) + (Teams?.Count ?? 0) + (Apps?.Count ?? 0);
}

internal sealed record ClassicChecks
{
    public bool Strict { get; init; }

    public IReadOnlyList<string>? Contexts { get; init; }
}

/// <summary>A rule of a ruleset.</summary>
/// <param name="Type">Such as <c>pull_request</c> or <c>non_fast_forward</c>.</param>
internal sealed record SeenRule(string Type)
{
    /// <value>Which ruleset has it; 0 where it is read from the ruleset itself.</value>
    public long RulesetId { get; init; }

    public SeenRuleParameters? Parameters { get; init; }
}

/// <summary>What is read of the parameters of any rule; each is of one kind of rule.</summary>
internal sealed record SeenRuleParameters
{
    public int? RequiredApprovingReviewCount { get; init; }

    public bool? DismissStaleReviewsOnPush { get; init; }

    public bool? RequireCodeOwnerReview { get; init; }

    public bool? RequireLastPushApproval { get; init; }

    public IReadOnlyList<SeenCheck>? RequiredStatusChecks { get; init; }

    public bool? StrictRequiredStatusChecksPolicy { get; init; }
}

/// <param name="Context">The check's name.</param>
internal sealed record SeenCheck(string Context);

/// <summary>A set of rules for branches or tags, of the repository or of its owner.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="Name">Its author's words.</param>
/// <param name="Enforcement"><c>active</c>, <c>evaluate</c> or <c>disabled</c>.</param>
internal sealed record SeenRuleset(long Id, string Name, string Enforcement)
{
    /// <value><c>branch</c>, <c>tag</c> or <c>push</c>.</value>
    public string? Target { get; init; }

    /// <value><c>Repository</c>, <c>Organization</c> or <c>Enterprise</c>.</value>
    public string? SourceType { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <value>Whom it does not bind; <see langword="null"/> when GitHub does not show that to this token.</value>
    public IReadOnlyList<SeenBypass>? BypassActors { get; init; }

    public SeenConditions? Conditions { get; init; }

    public IReadOnlyList<SeenRule>? Rules { get; init; }
}

/// <param name="ActorType">Such as <c>RepositoryRole</c>, <c>Team</c> or <c>Integration</c>.</param>
internal sealed record SeenBypass(string ActorType)
{
    public long? ActorId { get; init; }

    /// <value><c>always</c>, <c>pull_request</c> or <c>exempt</c>.</value>
    public string? BypassMode { get; init; }
}

internal sealed record SeenConditions
{
    public SeenRefNames? RefName { get; init; }
}

internal sealed record SeenRefNames
{
    public IReadOnlyList<string>? Include { get; init; }

    public IReadOnlyList<string>? Exclude { get; init; }
}
