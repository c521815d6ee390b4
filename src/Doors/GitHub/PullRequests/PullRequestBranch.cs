using Gates.Doors.GitHub.Repositories;

namespace Gates.Doors.GitHub.PullRequests;

/// <summary>One side of a pull request.</summary>
/// <param name="Ref">The branch, without <c>refs/heads/</c>.</param>
/// <param name="Sha">Its commit.</param>
/// <param name="Repo">Its repository; none when that is gone.</param>
internal sealed record PullRequestBranch(string Ref, string Sha, RepositorySummary? Repo);
