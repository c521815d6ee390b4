using Gates.Doors.GitHub.Api;

namespace Gates.Doors.GitHub.GraphQl;

/// <summary>The few things that only GitHub's GraphQL API does.</summary>
internal sealed class GraphQlApi(GitHubApi api)
{
    private const string Commit = "mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }";

    private const string Viewer = "query { viewer { login } }";

    private const int MaxThreadPages = 10;

    private string? login;

    /// <summary>Whose token this is: the author of what it writes. Works with a job's own token, for which it is <c>github-actions[bot]</c>.</summary>
    public async Task<string> GetLoginAsync(CancellationToken cancellationToken)
    {
        if (login is null)
        {
            var request = Request("read whose token this is", "metadata: read") with { IsIdempotent = true, IsWrite = false };
            var answer = await SendAsync(request, new GraphQlRequest(Viewer), cancellationToken);
            login = answer.Data?.Viewer?.Login ?? throw Refused(request, answer);
        }

        return login;
    }

    /// <summary>Makes a commit that GitHub signs, on top of the branch's known head.</summary>
    /// <param name="branch">Without <c>refs/heads/</c>; it exists.</param>
    /// <param name="expectedHead">The commit that it must still be at.</param>
    /// <param name="headline">The message's first line.</param>
    /// <param name="files">To add or replace.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The commit; <see langword="null"/> when the branch has moved meanwhile.</returns>
    /// <exception cref="GitHubException">GitHub refused; when <see cref="GitHubException.MayHaveHappened"/>, read the branch before trying again.</exception>
    public async Task<string?> TryCommitAsync(
        string branch,
        string expectedHead,
        string headline,
        IReadOnlyList<CommitFile> files,
        CancellationToken cancellationToken)
    {
        ApiPath.Ref($"refs/heads/{branch}");
        var additions = files.Select(file => new CommitVariables.Addition(file.Path, Convert.ToBase64String(file.Content.Span)));
        var variables = new CommitVariables(new CommitVariables.CommitInput(
            new CommitVariables.Branch(api.Endpoint.Repository, branch),
            new CommitVariables.Message(headline, null),
            ApiPath.Sha(expectedHead),
            new CommitVariables.Changes([.. additions], [])));
        var request = Request("commit to the branch", "contents: write");
        var answer = await SendAsync(request, new GraphQlRequest(Commit, variables), cancellationToken);
        if (answer.Data?.CreateCommitOnBranch?.Commit is { } commit)
        {
            return commit.Oid;
        }

        return answer.Errors?.Any(error => error.Type == "STALE_DATA") == true ? null : throw Refused(request, answer);
    }

    /// <summary>The conversations on a pull request's lines, each by its first comment.</summary>
    /// <param name="number">The pull request.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Listing<ReviewThread>> ListThreadsAsync(int number, CancellationToken cancellationToken)
    {
        var request = Request("list the pull request's conversations", "pull-requests: read") with { IsIdempotent = true, IsWrite = false };
        var threads = new List<ReviewThread>();
        string? cursor = null;
        for (var page = 0; page < MaxThreadPages; page++)
        {
            var variables = new ThreadVariables(api.Owner, api.Name, number, cursor);
            var answer = await SendAsync(request, new ThreadRequest(ThreadRequest.List, variables), cancellationToken);
            var found = answer.Data?.Repository?.PullRequest?.ReviewThreads ?? throw Refused(request, answer);
            threads.AddRange(found.Nodes.Select(ReviewThread.From));
            if (!found.PageInfo.HasNextPage || found.PageInfo.EndCursor == cursor)
            {
                return new Listing<ReviewThread>(threads, true);
            }

            cursor = found.PageInfo.EndCursor;
        }

        return new Listing<ReviewThread>(threads, false);
    }

    /// <summary>The issues that a pull request closes, a hundred at most.</summary>
    /// <exception cref="GitHubException">GitHub refused.</exception>
    public async Task<Listing<LinkedIssue>> ListLinkedIssuesAsync(int number, CancellationToken cancellationToken)
    {
        var request = Request("list the issues that the pull request closes", "issues: read") with { IsIdempotent = true, IsWrite = false };
        var variables = new ThreadVariables(api.Owner, api.Name, number);
        var answer = await api.SendAsync<LinkedIssuesAnswer>(
            api.With(request, new LinkedIssuesRequest(LinkedIssuesRequest.List, variables)), cancellationToken);
        var page = answer.Data?.Repository?.PullRequest?.Issues ?? throw Refused(request, new GraphQlAnswer(Errors: answer.Errors));
        return new Listing<LinkedIssue>(
            [.. page.Nodes.Select(one => new LinkedIssue(one.Repository.NameWithOwner, one.Number, one.State))], page.TotalCount <= page.Nodes.Count);
    }

    /// <summary>Folds a conversation away as settled.</summary>
    /// <exception cref="MissingPermissionException">The token may not.</exception>
    public async Task ResolveAsync(ReviewThread thread, CancellationToken cancellationToken)
    {
        var request = Request("resolve a suggested change", "contents: write") with { IsIdempotent = true };
        var answer = await SendAsync(request, new ThreadRequest(ThreadRequest.Resolve, new ThreadVariables(Id: thread.Id)), cancellationToken);
        _ = answer.Data?.ResolveReviewThread?.Thread ?? throw Refused(request, answer);
    }

    private Task<GraphQlAnswer> SendAsync<T>(ApiRequest request, T body, CancellationToken cancellationToken) =>
        api.SendAsync<GraphQlAnswer>(api.With(request, body), cancellationToken);

    private GitHubException Refused(ApiRequest request, GraphQlAnswer answer) =>
        answer.Errors?.Any(error => error.Type == "FORBIDDEN") == true
            ? new MissingPermissionException(request.Purpose, request.Permission) { NeededPermission = request.Permission }
            : new GitHubException($"Could not {request.Purpose}: GitHub answered: {ApiErrors.Safe(answer.Errors is { Count: > 0 } errors ? errors[0].Message ?? "" : "nothing", api.Endpoint.Token)}");

    private ApiRequest Request(string purpose, string permission) =>
        new(HttpMethod.Post, api.Endpoint.GraphQl, purpose, permission) { IsGraphQl = true };
}

/// <summary>A file of a commit on a branch.</summary>
/// <param name="Path">Relative to the repository.</param>
/// <param name="Content">All of it.</param>
internal sealed record CommitFile(string Path, ReadOnlyMemory<byte> Content);
