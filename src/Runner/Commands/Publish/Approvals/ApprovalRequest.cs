namespace Gates.Runner.Commands.Publish.Approvals;

/// <summary>What decides whether a pull request's own edits to its judge become binding.</summary>
internal sealed record ApprovalRequest
{
    public required IReadOnlyList<JudgeEdit> Edits { get; init; }

    /// <value>Whether the base has a CODEOWNERS file.</value>
    public required bool HasCodeOwners { get; init; }

    /// <value>All reviews, in any order.</value>
    public required IReadOnlyList<GivenReview> Reviews { get; init; }

    /// <value>The login of the pull request's author, who never approves it.</value>
    public required string Author { get; init; }

    public required string HeadSha { get; init; }

    /// <value>Whether it comes from a fork; said in words, because a reader should look twice.</value>
    public bool IsFromFork { get; init; }

    /// <value>The logins of teams whose members are known, by <c>@org/team</c>; a team that is not here has unknown members.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Teams { get; init; } = new Dictionary<string, IReadOnlyList<string>>(
        StringComparer.OrdinalIgnoreCase);
}

/// <summary>One review of a pull request.</summary>
/// <param name="Author">The login.</param>
/// <param name="State">What it says.</param>
/// <param name="CommitSha">The head it was given for.</param>
/// <param name="SubmittedAt">When; later reviews of the same author replace earlier ones.</param>
/// <param name="CanWrite">Whether its author may write to the repository.</param>
internal sealed record GivenReview(string Author, ReviewState State, string CommitSha, DateTimeOffset SubmittedAt, bool CanWrite);

/// <summary>A file of the judge that a pull request edits: configuration, a policy or what it imports, waivers or the baseline.</summary>
/// <param name="Path">The file.</param>
/// <param name="Owners">Its owners in the base's CODEOWNERS, <c>@login</c> or <c>@org/team</c>; empty when no line covers it.</param>
internal sealed record JudgeEdit(string Path, IReadOnlyList<string> Owners)
{
    /// <value>Whom the waivers that it adds name as their owners, as written: <c>@login</c>, a team, or any other text.</value>
    public IReadOnlyList<string> Answering { get; init; } = [];
}

/// <summary>What a review says, as GitHub names it.</summary>
internal enum ReviewState
{
    Commented,
    Approved,
    ChangesRequested,
    Dismissed,
    Pending,
}
