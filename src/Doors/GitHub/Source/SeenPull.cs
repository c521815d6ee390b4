namespace Gates.Doors.GitHub.Source;

/// <summary>A pull request, with all that a policy may ask of how a change came in.</summary>
/// <param name="Number">From 1.</param>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
/// <param name="Title">Its author's words.</param>
/// <param name="Body">Its author's words; none when there are none.</param>
/// <param name="User">Who opened it; none when the account is gone.</param>
/// <param name="Head">What is to be merged.</param>
/// <param name="Base">Into what.</param>
/// <param name="Labels">In GitHub's order.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="AuthorAssociation">Such as <c>MEMBER</c>.</param>
internal sealed record SeenPull(
    int Number,
    string State,
    string Title,
    string? Body,
    EventActor? User,
    SeenPullSide Head,
    SeenPullSide Base,
    IReadOnlyList<SeenName> Labels,
    DateTimeOffset CreatedAt,
    string AuthorAssociation)
{
    public bool Draft { get; init; }

    public DateTimeOffset? MergedAt { get; init; }

    /// <value>Once merged: the commit on the base that brought it.</value>
    public string? MergeCommitSha { get; init; }

    public EventActor? MergedBy { get; init; }

    public IReadOnlyList<EventActor>? RequestedReviewers { get; init; }

    public IReadOnlyList<SeenTeam>? RequestedTeams { get; init; }
}

/// <param name="Ref">The branch.</param>
/// <param name="Sha">Its commit.</param>
/// <param name="Repo">Where it lies; none when that is gone.</param>
internal sealed record SeenPullSide(string Ref, string Sha, SeenRepository? Repo);

/// <param name="FullName">For example <c>acme/web</c>.</param>
internal sealed record SeenRepository(string FullName);

/// <summary>What is known by its name alone: a label, an environment.</summary>
internal sealed record SeenName(string Name);

/// <param name="Slug">For example <c>release-owners</c>.</param>
internal sealed record SeenTeam(string Slug);

/// <summary>One review; somebody may have written several.</summary>
/// <param name="User">Who; none when the account is gone.</param>
/// <param name="State"><c>APPROVED</c>, <c>CHANGES_REQUESTED</c>, <c>COMMENTED</c>, <c>DISMISSED</c> or <c>PENDING</c>.</param>
/// <param name="CommitId">What was looked at; none when that is gone.</param>
internal sealed record SeenReview(EventActor? User, string State, string? CommitId)
{
    public DateTimeOffset? SubmittedAt { get; init; }

    public string AuthorAssociation { get; init; } = "NONE";
}
