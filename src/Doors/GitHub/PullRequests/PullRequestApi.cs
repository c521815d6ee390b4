using System.Text.Json;
using Gates.Doors.GitHub.Api;
using static Gates.Doors.GitHub.Api.AnswerShape;

namespace Gates.Doors.GitHub.PullRequests;

/// <summary>Pull requests, their files and reviews.</summary>
internal sealed class PullRequestApi(GitHubApi api)
{
    private const string Permission = "pull-requests: read";

    private static readonly AnswerShape[] Branch = [Text("ref"), Text("sha"), AnswerParts.Repository("repo").OrNull];

    private static readonly AnswerShape PullShape = Answer(
        Number("number"),
        Text("state"),
        Text("title"),
        AnswerParts.User,
        Part("head", Branch),
        Part("base", Branch),
        Text("html_url"),
        Text("merge_commit_sha").OrAbsent,
        Text("merged_at").OrAbsent,
        Flag("draft").OrAbsent,
        Number("changed_files").OrAbsent);

    private static readonly AnswerShape ReviewShape = Answer(
        Number("id"), AnswerParts.User, Text("state"), Text("commit_id").OrNull, Text("submitted_at").OrAbsent, Text("author_association").OrAbsent);

    private static readonly AnswerShape FileShape = Answer(Text("filename"), Text("patch").OrAbsent);

    /// <returns><see langword="null"/> when there is none.</returns>
    public Task<PullRequest?> FindAsync(int number, CancellationToken cancellationToken) =>
        GitHubApi.OrNoneAsync(api.AskAsync(
            Request($"pulls/{ApiPath.Id(number)}", "read the pull request"),
            PullShape,
            octokit => new Octokit.PullRequestsClient(octokit).Get(api.Owner, api.Name, number),
            From,
            cancellationToken));

    /// <summary>
    /// Open pull requests whose head is this commit, of whatever branch and repository: a check of the commit shows on all of them. Works for forks too, unlike
    /// asking by commit.
    /// </summary>
    /// <param name="sha">The head's commit.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Listing<PullRequest>> ListByHeadAsync(string sha, CancellationToken cancellationToken)
    {
        ApiPath.Sha(sha);
        var pulls = await ListOpenAsync(cancellationToken);
        return new Listing<PullRequest>([.. pulls.Items.Where(pull => pull.Head.Sha == sha)], pulls.IsComplete);
    }

    /// <summary>All that are open.</summary>
    public Task<Listing<PullRequest>> ListOpenAsync(CancellationToken cancellationToken) =>
        api.AskListAsync(
            Request("pulls?state=open", "find the pull requests"),
            PullShape,
            octokit => new Octokit.PullRequestsClient(octokit).GetAllForRepository(api.Owner, api.Name),
            From,
            cancellationToken);

    /// <summary>Pull requests that GitHub associates with a commit; for a commit that only a fork has, none.</summary>
    public async Task<IReadOnlyList<PullRequest>> ListByCommitAsync(string sha, CancellationToken cancellationToken) =>
        (await api.AskListAsync(
            Request($"commits/{ApiPath.Sha(sha)}/pulls", "find the pull request"),
            PullShape,
            octokit => octokit.GetAll<Octokit.PullRequest>(Octokit.ApiUrls.RepositoryCommitsPull(api.Owner, api.Name, sha)),
            From,
            cancellationToken)).Items;

    /// <summary>All reviews, the oldest first.</summary>
    public Task<Listing<PullRequestReview>> ListReviewsAsync(int number, CancellationToken cancellationToken) =>
        api.AskListAsync(
            Request($"pulls/{ApiPath.Id(number)}/reviews", "list the pull request's reviews"),
            ReviewShape,
            octokit => new Octokit.PullRequestReviewsClient(octokit).GetAll(api.Owner, api.Name, number),
            From,
            cancellationToken);

    /// <summary>The files that it changes, with the lines that its diff shows.</summary>
    public Task<Listing<PullRequestFile>> ListFilesAsync(int number, CancellationToken cancellationToken) =>
        api.AskListAsync(
            Request($"pulls/{ApiPath.Id(number)}/files", "list the pull request's files"),
            FileShape,
            octokit => new Octokit.PullRequestsClient(octokit).Files(api.Owner, api.Name, number),
            static (file, _) => new PullRequestFile(file.FileName, file.Patch),
            cancellationToken);

    /// <summary>What happened to it, the oldest first: labels put on and taken off, pushes that rewrote it.</summary>
    public Task<Listing<PullRequestEvent>> ListEventsAsync(int number, CancellationToken cancellationToken) =>
        api.ListAsync(
            Request($"issues/{ApiPath.Id(number)}/events", "list what happened to the pull request"),
            static (IReadOnlyList<PullRequestEvent> page) => page,
            cancellationToken);

    /// <summary>Writes comments on lines of the diff, as one review that neither approves nor refuses.</summary>
    /// <param name="number">The pull request.</param>
    /// <param name="review">The comments.</param>
    /// <param name="find">Looks for the review when an answer got lost; <see langword="null"/> when it is not there.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public Task CommentAsync(int number, ReviewBody review, Func<Task<CreatedReview?>> find, CancellationToken cancellationToken)
    {
        ApiPath.Sha(review.CommitId);
        var request = api.Request(
            HttpMethod.Post, api.InRepository($"pulls/{ApiPath.Id(number)}/reviews"), "suggest changes on the pull request", "pull-requests: write");
        return api.CreateOnceAsync(() => api.SendAsync<CreatedReview>(api.With(request, review), cancellationToken), find, cancellationToken);
    }

    private static PullRequest From(Octokit.PullRequest pull, JsonElement answer) =>
        new(
            pull.Number,
            pull.State.StringValue,
            pull.Title,
            AnswerParts.From(pull.User),
            From(pull.Head),
            From(pull.Base),
            pull.HtmlUrl,
            pull.MergeCommitSha,
            pull.MergedAt,
            pull.Draft,
            answer.TryGetProperty("changed_files", out _) ? pull.ChangedFiles : null)
        { Labels = [.. Labels(answer)] };

    /// <summary>Read beside Octokit, whose labels need colours and descriptions.</summary>
    private static IEnumerable<string> Labels(JsonElement answer) =>
        answer.TryGetProperty("labels", out var labels) && labels.ValueKind == JsonValueKind.Array
            ? labels.EnumerateArray()
                .Where(label => label.ValueKind == JsonValueKind.Object && label.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String)
                .Select(label => label.GetProperty("name").GetString()!)
            : [];

    private static PullRequestBranch From(Octokit.GitReference side) => new(side.Ref, side.Sha, AnswerParts.From(side.Repository));

    private static PullRequestReview From(Octokit.PullRequestReview review, JsonElement answer) =>
        new(
            review.Id,
            AnswerParts.From(review.User),
            review.State.StringValue,
            review.CommitId,
            review.SubmittedAt == default ? null : review.SubmittedAt,
            review.AuthorAssociation.StringValue);

    private ApiRequest Request(string path, string purpose) =>
        api.Request(HttpMethod.Get, api.InRepository(path), purpose, Permission);
}
