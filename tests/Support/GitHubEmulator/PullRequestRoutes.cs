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
        new(
            "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
            "pull-requests: read",
            call => On(call, "pull_number", pull => Answer.Page(call, pull.Files()))),
        new("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", "pull-requests: write", call => On(call, "pull_number", pull => Review(call, pull))),
        new(
            "GET /repos/{owner}/{repo}/issues/{issue_number}/events",
            "pull-requests: read",
            call => On(call, "issue_number", pull => Answer.Page(call, pull.Events))),
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
                .Where(pull => pull.Head == pull.Base && (pull.HeadSha == call["commit_sha"] || (pull.IsMerged && pull.MergeSha == call["commit_sha"])))
                .Select(pull => pull.Describe("pull-request-simple")));

    private static Answer Comment(Call call, EmulatedPullRequest pull) => pull.IsLocked
        ? Answer.Refused(403, "Unable to create comment because issue is locked.")
        : Checked(call) ?? Answer.Created(pull.Comment(call.Server.NextId(), call.Token.Login, call.Text("body")!).DeepClone());

    /// <summary>As GitHub: one comment on a line that the diff does not show, and nothing of the review is written.</summary>
    private static Answer Review(Call call, EmulatedPullRequest pull)
    {
        var comments = call.Body["comments"]?.AsArray().Select(comment => comment!.AsObject()).ToList() ?? [];
        if (call.Text("event") != "COMMENT" || call.Text("body") is not { Length: > 0 } || call.Text("commit_id") != pull.HeadSha)
        {
            return Answer.Refused(422, "Unprocessable Entity");
        }

        if (comments.Exists(comment => (string?)comment["side"] != "RIGHT" || !pull.ShownLines((string)comment["path"]!).Contains((int)comment["line"]!)))
        {
            return Answer.Refused(422, "Unprocessable Entity: Line could not be resolved");
        }

        var review = pull.Review(call.Token.Login, "COMMENTED");
        review["body"] = call.Text("body");
        pull.Threads.AddRange(comments.Select(comment => new EmulatedThread(
            $"PRRT_{call.Server.NextId()}", call.Token.Login, (string)comment["body"]!, (string)comment["path"]!, (int)comment["line"]!)));
        return Answer.Ok(review.DeepClone());
    }

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
