using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>Issues; GitHub lists pull requests among them.</summary>
internal static class IssueRoutes
{
    public static readonly IReadOnlyList<Route> All =
    [
        new("GET /repos/{owner}/{repo}/issues", "issues: read", List),
        new("POST /repos/{owner}/{repo}/issues", "issues: write", Create),
        new("PATCH /repos/{owner}/{repo}/issues/{issue_number}", "issues: write", Update),
    ];

    private static Answer List(Call call)
    {
        var issues = call.Server.Settled(call, call.Repository.Issues);
        if (call.Query.GetValueOrDefault("state", "open") is not "all" and var state)
        {
            issues = issues.Where(issue => (string?)issue["state"] == state);
        }

        if (call.Query.TryGetValue("creator", out var creator))
        {
            issues = issues.Where(issue => (string?)issue["user"]!["login"] == creator);
        }

        return Answer.Page(call, issues.Reverse());
    }

    private static Answer Create(Call call)
    {
        if (call.Text("title") is not { Length: > 0 } title)
        {
            return Answer.Refused(422, "Validation Failed");
        }

        if (Refusal(call) is { } refusal)
        {
            return refusal;
        }

        var number = call.Repository.PullRequests.Count + call.Repository.Issues.Count + 1;
        var issue = Shapes.Make("issue", new JsonObject
        {
            ["id"] = call.Server.NextId(),
            ["number"] = (long)number,
            ["title"] = title,
            ["body"] = call.Text("body"),
            ["state"] = "open",
            ["user"] = Shapes.User(call.Token.Login),
            ["html_url"] = $"{call.Server.Address}{call.Repository.FullName}/issues/{number}",
        });
        call.Repository.Issues.Add(issue);
        return Answer.Created(issue.DeepClone());
    }

    private static Answer Update(Call call)
    {
        if (call.Repository.Issues.Find(issue => (long)issue["number"]! == call.Id("issue_number")) is not { } issue)
        {
            return Answer.NotFound;
        }

        if (Refusal(call) is { } refusal)
        {
            return refusal;
        }

        issue["body"] = call.Text("body");
        issue["state"] = call.Text("state") ?? (string?)issue["state"];
        return Answer.Ok(issue.DeepClone());
    }

    private static Answer? Refusal(Call call) =>
        call.Text("body") is { Length: <= 65_536 } ? null : Answer.Refused(422, "Validation Failed: body is too long (maximum is 65536 characters)");
}
