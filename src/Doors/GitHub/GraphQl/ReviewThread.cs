using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.GraphQl;

/// <summary>A conversation on a line of a pull request. Only GraphQL knows of them, and resolves them.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="IsResolved">Whether somebody settled it.</param>
/// <param name="Author">Who began it, as the REST API writes it: <c>github-actions[bot]</c>; none when the account is gone.</param>
/// <param name="Body">What it begins with.</param>
internal sealed record ReviewThread(string Id, bool IsResolved, string? Author, string Body)
{
    public static ReviewThread From(ThreadAnswer.Thread thread)
    {
        var first = thread.Comments.Nodes is [var comment, ..] ? comment : null;
        var author = first?.Author is { } one ? one.Type == "Bot" ? one.Login + "[bot]" : one.Login : null;
        return new ReviewThread(thread.Id, thread.IsResolved, author, first?.Body ?? "");
    }
}

/// <summary>What is sent.</summary>
internal sealed record ThreadRequest(string Query, ThreadVariables Variables)
{
    public const string List =
        "query($owner: String!, $name: String!, $number: Int!, $cursor: String) { repository(owner: $owner, name: $name) { pullRequest(number: $number) { "
        + "reviewThreads(first: 100, after: $cursor) { pageInfo { hasNextPage endCursor } "
        + "nodes { id isResolved comments(first: 1) { nodes { body author { __typename login } } } } } } } }";

    public const string Resolve = "mutation($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved } } }";
}

/// <summary>Those of either request; what is <see langword="null"/> is not sent.</summary>
internal sealed record ThreadVariables(string? Owner = null, string? Name = null, int? Number = null, string? Cursor = null, string? Id = null);

/// <summary>The parts of the answers.</summary>
internal static class ThreadAnswer
{
    internal sealed record Repository([property: JsonPropertyName("pullRequest")] PullRequest? PullRequest);

    internal sealed record PullRequest([property: JsonPropertyName("reviewThreads")] Page ReviewThreads);

    internal sealed record Page([property: JsonPropertyName("pageInfo")] PageInfo PageInfo, IReadOnlyList<Thread> Nodes);

    internal sealed record PageInfo(
        [property: JsonPropertyName("hasNextPage")] bool HasNextPage,
        [property: JsonPropertyName("endCursor")] string? EndCursor);

    internal sealed record Thread(string Id, [property: JsonPropertyName("isResolved")] bool IsResolved, Comments Comments);

    internal sealed record Comments(IReadOnlyList<Comment> Nodes);

    internal sealed record Comment(string Body, Author? Author);

    internal sealed record Author(string Login, [property: JsonPropertyName("__typename")] string Type);

    internal sealed record Resolved(ResolvedThread? Thread);

    internal sealed record ResolvedThread([property: JsonPropertyName("isResolved")] bool IsResolved);
}
