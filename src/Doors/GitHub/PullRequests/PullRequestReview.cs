namespace Gates.Doors.GitHub.PullRequests;

/// <summary>A submitted review.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="User">Its author; none when the account is gone.</param>
/// <param name="State"><c>APPROVED</c>, <c>CHANGES_REQUESTED</c>, <c>COMMENTED</c>, <c>DISMISSED</c> or <c>PENDING</c>.</param>
/// <param name="CommitId">The head that was reviewed.</param>
/// <param name="SubmittedAt">None while it is pending.</param>
/// <param name="AuthorAssociation">For example <c>MEMBER</c>.</param>
internal sealed record PullRequestReview(long Id, Account? User, string State, string? CommitId, DateTimeOffset? SubmittedAt = null, string? AuthorAssociation = null);
