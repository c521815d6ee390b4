using Gates.Doors.GitHub.Api;

namespace Gates.Doors.GitHub.PullRequests;

/// <summary>Pull requests, their files and reviews; all read only.</summary>
internal sealed class PullRequestApi(GitHubApi api)
{
    private const string Permission = "pull-requests: read";

    /// <returns><see langword="null"/> when there is none.</returns>
    public Task<PullRequest?> FindAsync(int number, CancellationToken cancellationToken) =>
        api.FindAsync(Request($"pulls/{ApiPath.Id(number)}", "read the pull request"), PullRequestJson.Default.PullRequest, cancellationToken);

    /// <summary>
    /// Open pull requests whose head is this commit, of whatever branch and repository: a check of the commit shows on all of them. Works for forks too, unlike
    /// asking by commit.
    /// </summary>
    /// <param name="sha">The head's commit.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Listing<PullRequest>> ListByHeadAsync(string sha, CancellationToken cancellationToken)
    {
        ApiPath.Sha(sha);
        var pulls = await api.ListAsync(
            Request("pulls?state=open", "find the pull requests"),
            PullRequestJson.Default.IReadOnlyListPullRequest,
            static page => page,
            cancellationToken);
        return new Listing<PullRequest>([.. pulls.Items.Where(pull => pull.Head.Sha == sha)], pulls.IsComplete);
    }

    /// <summary>Pull requests that GitHub associates with a commit; for a commit that only a fork has, none.</summary>
    public async Task<IReadOnlyList<PullRequest>> ListByCommitAsync(string sha, CancellationToken cancellationToken) =>
        (await api.ListAsync(
            Request($"commits/{ApiPath.Sha(sha)}/pulls", "find the pull request"),
            PullRequestJson.Default.IReadOnlyListPullRequest,
            static page => page,
            cancellationToken)).Items;

    /// <summary>All reviews, the oldest first.</summary>
    public Task<Listing<PullRequestReview>> ListReviewsAsync(int number, CancellationToken cancellationToken) =>
        api.ListAsync(
            Request($"pulls/{ApiPath.Id(number)}/reviews", "list the pull request's reviews"),
            PullRequestJson.Default.IReadOnlyListPullRequestReview,
            static page => page,
            cancellationToken);

    private ApiRequest Request(string path, string purpose) =>
        api.Request(HttpMethod.Get, api.InRepository(path), RequestKind.PullRequest, purpose, Permission);
}
