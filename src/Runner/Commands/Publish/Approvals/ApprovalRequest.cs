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
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Teams { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
}
