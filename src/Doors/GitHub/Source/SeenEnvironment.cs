namespace Gates.Doors.GitHub.Source;

/// <summary>A place that jobs deliver to.</summary>
/// <param name="Name">Such as <c>production</c>.</param>
internal sealed record SeenEnvironment(string Name)
{
    /// <value>Whether administrators need not wait.</value>
    public bool? CanAdminsBypass { get; init; }

    public IReadOnlyList<SeenEnvironmentRule>? ProtectionRules { get; init; }

    /// <value>Which branches may deliver; <see langword="null"/> for any.</value>
    public SeenBranchPolicy? DeploymentBranchPolicy { get; init; }
}

internal sealed record SeenBranchPolicy(bool ProtectedBranches, bool CustomBranchPolicies);

/// <param name="Type">Such as <c>required_reviewers</c>, <c>wait_timer</c> or <c>branch_policy</c>.</param>
internal sealed record SeenEnvironmentRule(string Type)
{
    /// <value>In minutes.</value>
    public int? WaitTimer { get; init; }

    public bool? PreventSelfReview { get; init; }

    public IReadOnlyList<SeenEnvironmentReviewer>? Reviewers { get; init; }
}

/// <param name="Type"><c>User</c> or <c>Team</c>.</param>
/// <param name="Reviewer">Who.</param>
internal sealed record SeenEnvironmentReviewer(string Type, SeenReviewer? Reviewer);

/// <summary>A person has a login, a team a slug.</summary>
internal sealed record SeenReviewer
{
    public string? Login { get; init; }

    public string? Slug { get; init; }
}

internal sealed record EnvironmentPage(IReadOnlyList<SeenEnvironment>? Environments);

/// <summary>What somebody said to a run that waited for an environment.</summary>
/// <param name="State"><c>approved</c>, <c>rejected</c> or <c>pending</c>.</param>
/// <param name="User">Who.</param>
/// <param name="Environments">For which.</param>
internal sealed record SeenApproval(string State, EventActor? User, IReadOnlyList<SeenName> Environments);

/// <param name="Id">GitHub's.</param>
/// <param name="Sha">What was delivered.</param>
/// <param name="Ref">By which name.</param>
/// <param name="Environment">Where to.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="Creator">By whom.</param>
internal sealed record SeenDeployment(long Id, string Sha, string Ref, string Environment, DateTimeOffset CreatedAt, EventActor? Creator)
{
    public bool? ProductionEnvironment { get; init; }
}

/// <param name="State">Such as <c>success</c> or <c>failure</c>.</param>
/// <param name="CreatedAt">When it was said.</param>
internal sealed record SeenDeploymentStatus(string State, DateTimeOffset CreatedAt);

/// <summary>A run of a workflow.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="Path">The workflow's file.</param>
/// <param name="Event">What started it.</param>
/// <param name="Status">Such as <c>in_progress</c>.</param>
/// <param name="Conclusion">None until it has ended.</param>
/// <param name="HeadSha">Its commit.</param>
/// <param name="HeadBranch">Its branch.</param>
/// <param name="CreatedAt">When it was started.</param>
internal sealed record SeenRun(
    long Id, string Path, string Event, string? Status, string? Conclusion, string HeadSha, string? HeadBranch, DateTimeOffset CreatedAt)
{
    public int RunAttempt { get; init; } = 1;

    public EventActor? Actor { get; init; }

    /// <value>Who started this attempt.</value>
    public EventActor? TriggeringActor { get; init; }
}

internal sealed record RunPage(IReadOnlyList<SeenRun>? WorkflowRuns);

/// <param name="TagName">Its tag.</param>
/// <param name="Draft">Whether nobody sees it yet.</param>
/// <param name="Prerelease">Whether it is marked as not ready.</param>
/// <param name="TargetCommitish">What the tag is made of when it is not there yet.</param>
/// <param name="CreatedAt">Of the commit.</param>
/// <param name="PublishedAt">None for a draft.</param>
internal sealed record SeenRelease(
    string TagName, bool Draft, bool Prerelease, string TargetCommitish, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt)
{
    public bool? Immutable { get; init; }

    public EventActor? Author { get; init; }
}
