using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>Pull requests, their files and reviews, and the conversation.</summary>
internal static class PullRequestRoutes
{
    public static readonly IReadOnlyList<Route> All =
    [
        new("GET /repos/{owner}/{repo}/pulls", "pull-requests: read", List),
        new(
            "GET /repos/{owner}/{repo}/pulls/{pull_number}",
            "pull-requests: read",
            call => On(call, "pull_number", pull => Answer.Ok(pull.Describe("pull-request")))),
        new(
            "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
            "pull-requests: read",
            call => On(call, "pull_number", pull => Answer.Page(call, pull.Reviews))),
        new("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", "pull-requests: read", OfCommit),
        new(
            "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
            "pull-requests: read",
            call => On(call, "issue_number", pull => Answer.Page(call, call.Server.Settled(call, pull.Comments)))),
        new("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", "pull-requests: write", call => On(call, "issue_number", pull => Comment(call, pull))),
        new("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", "pull-requests: write", Edit),
        new("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", "pull-requests: write", Delete),
    ];

    private static Answer List(Call call)
    {
        var pulls = call.Repository.PullRequests.AsEnumerable();
        if (call.Query.GetValueOrDefault("state", "open") is not "all" and var state)
        {
            pulls = pulls.Where(pull => pull.State == state);
        }

        if (call.Query.TryGetValue("head", out var head))
        {
            pulls = pulls.Where(pull => $"{pull.Head.Owner}:{pull.Branch}" == head);
        }

        return Answer.Page(call, pulls.Reverse().Select(pull => pull.Describe("pull-request-simple")));
    }

    /// <summary>Commits of forks are unknown here, as they are on GitHub.</summary>
    private static Answer OfCommit(Call call) =>
        Answer.Page(
            call,
            call.Repository.PullRequests
                .Where(pull => pull.HeadSha == call["commit_sha"] && pull.Head == pull.Base)
                .Select(pull => pull.Describe("pull-request-simple")));

    private static Answer Comment(Call call, EmulatedPullRequest pull) => pull.IsLocked
        ? Answer.Refused(403, "Unable to create comment because issue is locked.")
        : Checked(call) ?? Answer.Created(pull.Comment(call.Server.NextId(), call.Token.Login, call.Text("body")!).DeepClone());

    private static Answer Edit(Call call)
    {
        if (Find(call) is not (_, { } comment))
        {
            return Answer.NotFound;
        }

        if (Checked(call) is { } refusal)
        {
            return refusal;
        }

        comment["body"] = call.Text("body");
        return Answer.Ok(comment.DeepClone());
    }

    private static Answer Delete(Call call)
    {
        if (Find(call) is not ({ } pull, { } comment))
        {
            return Answer.NotFound;
        }

        pull.Comments.Remove(comment);
        return Answer.NoContent;
    }

    private static Answer? Checked(Call call) =>
        call.Text("body") is { Length: > 0 and <= 65_536 } ? null : Answer.Refused(422, "Validation Failed: body is too long (maximum is 65536 characters)");

    private static (EmulatedPullRequest? Pull, JsonObject? Comment) Find(Call call)
    {
        var found = call.Repository.PullRequests
            .SelectMany(pull => pull.Comments, (pull, comment) => (pull, comment))
            .FirstOrDefault(pair => (long)pair.comment["id"]! == call.Id("comment_id"));
        return found;
    }

    private static Answer On(Call call, string argument, Func<EmulatedPullRequest, Answer> answer) =>
        call.Repository.PullRequests.Find(pull => pull.Number == call.Id(argument)) is { } pull ? answer(pull) : Answer.NotFound;
}
