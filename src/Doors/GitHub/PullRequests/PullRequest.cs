using Gates.Doors.GitHub.Repositories;

namespace Gates.Doors.GitHub.PullRequests;

/// <summary>A pull request.</summary>
/// <param name="Number">As people know it.</param>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
/// <param name="Title">Whatever its author wrote.</param>
/// <param name="User">Its author; none when the account is gone.</param>
/// <param name="Head">What is to be merged.</param>
/// <param name="Base">Where to.</param>
/// <param name="HtmlUrl">Its page.</param>
/// <param name="MergeCommitSha">The test merge while it is open, the merge commit afterwards.</param>
/// <param name="MergedAt">When it was merged.</param>
/// <param name="Draft">Whether it is not yet up for review.</param>
/// <param name="ChangedFiles">How many files differ; lists leave it out.</param>
internal sealed record PullRequest(
    int Number,
    string State,
    string Title,
    Account? User,
    PullRequestBranch Head,
    PullRequestBranch Base,
    string HtmlUrl,
    string? MergeCommitSha = null,
    DateTimeOffset? MergedAt = null,
    bool Draft = false,
    int? ChangedFiles = null)
{
    public bool IsOpen => State == "open";

    /// <value>The names of its labels. Whoever may triage puts them on.</value>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <value>Whether the head lies in another repository, or in one that is gone.</value>
    public bool IsFromFork => Head.Repo is null || Base.Repo is null || Head.Repo.Id != Base.Repo.Id;
}

/// <summary>One side of a pull request.</summary>
/// <param name="Ref">The branch, without <c>refs/heads/</c>.</param>
/// <param name="Sha">Its commit.</param>
/// <param name="Repo">Its repository; none when that is gone.</param>
internal sealed record PullRequestBranch(string Ref, string Sha, RepositorySummary? Repo);

/// <summary>A file that a pull request changes, as GitHub's diff of it begins.</summary>
/// <param name="Path">Its name now.</param>
/// <param name="Patch">Its hunks; none for a file that is binary, too large, or only renamed.</param>
internal sealed record PullRequestFile(string Path, string? Patch);

/// <summary>A submitted review.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="User">Its author; none when the account is gone.</param>
/// <param name="State"><c>APPROVED</c>, <c>CHANGES_REQUESTED</c>, <c>COMMENTED</c>, <c>DISMISSED</c> or <c>PENDING</c>.</param>
/// <param name="CommitId">The head that was reviewed.</param>
/// <param name="SubmittedAt">None while it is pending.</param>
/// <param name="AuthorAssociation">For example <c>MEMBER</c>.</param>
internal sealed record PullRequestReview(
    long Id,
    Account? User,
    string State,
    string? CommitId,
    DateTimeOffset? SubmittedAt = null,
    string? AuthorAssociation = null);
