using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>Check runs: annotations are appended by each request, and only the app that made a run changes it.</summary>
internal static class CheckRunRoutes
{
    public static readonly IReadOnlyList<Route> All =
    [
        new("POST /repos/{owner}/{repo}/check-runs", "checks: write", Create),
        new("GET /repos/{owner}/{repo}/check-runs/{check_run_id}", "checks: read", call => Find(call) is { } run ? Answer.Ok(Shown(run)) : Answer.NotFound),
        new("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", "checks: write", Update),
        new("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", "checks: read", List),
    ];

    private static readonly string[] Copied = ["name", "head_sha", "external_id", "details_url", "status", "started_at", "completed_at", "conclusion"];

    private static Answer Create(Call call)
    {
        if (call.Repository.Git.Resolve(call.Text("head_sha")!) is null)
        {
            return Answer.Refused(422, $"No commit found for SHA: {call.Text("head_sha")}");
        }

        var run = Shapes.Make("check-run", new JsonObject { ["id"] = call.Server.NextId(), ["annotations"] = new JsonArray(), ["author"] = call.Token.Login });
        run["html_url"] = $"https://example.invalid/{call.Repository.FullName}/runs/{run["id"]}";
        return Apply(call, run) ?? Keep(call, run);
    }

    private static Answer Keep(Call call, JsonObject run)
    {
        call.Repository.CheckRuns.Add(run);
        return Answer.Created(Shown(run));
    }

    private static Answer Update(Call call)
    {
        if (Find(call) is not { } run)
        {
            return Answer.NotFound;
        }

        return (string?)run["author"] == call.Token.Login
            ? Apply(call, run) ?? Answer.Ok(Shown(run))
            : Answer.Refused(403, "Invalid app_id `0` - check run can only be modified by the GitHub App that created it.");
    }

    private static Answer? Apply(Call call, JsonObject run)
    {
        var output = call.Body["output"] as JsonObject;
        var annotations = output?["annotations"] as JsonArray ?? [];
        if (annotations.Count > 50)
        {
            return Answer.Refused(422, "Invalid request.\n\nNo more than 50 items are allowed; 51 were supplied.");
        }

        if (output is not null && (output["summary"]!.ToString().Length > 65_535 || output["text"]?.ToString().Length > 65_535))
        {
            return Answer.Refused(422, "Invalid request.\n\nOnly 65535 characters are allowed; more were supplied.");
        }

        foreach (var name in Copied.Where(call.Body.ContainsKey))
        {
            run[name] = call.Body[name]?.DeepClone();
        }

        if (call.Body.ContainsKey("conclusion"))
        {
            run["status"] = "completed";
        }

        foreach (var part in new[] { "title", "summary", "text" }.Where(part => output?.ContainsKey(part) == true))
        {
            run["output"]![part] = output![part]?.DeepClone();
        }

        foreach (var annotation in annotations)
        {
            ((JsonArray)run["annotations"]!).Add(annotation!.DeepClone());
        }

        run["output"]!["annotations_count"] = ((JsonArray)run["annotations"]!).Count;
        return null;
    }

    /// <summary>Of the same name, only the latest, as GitHub's default filter does.</summary>
    private static Answer List(Call call)
    {
        var runs = call.Repository.CheckRuns.Where(run => (string?)run["head_sha"] == call["ref"]
            && (!call.Query.TryGetValue("check_name", out var name) || (string?)run["name"] == name));
        var latest = runs.GroupBy(run => ((string?)run["name"], (string?)run["author"])).Select(group => group.Last());
        return Answer.Page(call, call.Server.Settled(call, latest).Select(Shown), "check_runs");
    }

    private static JsonObject? Find(Call call) => call.Repository.CheckRuns.Find(run => (long)run["id"]! == call.Id("check_run_id"));

    private static JsonObject Shown(JsonObject run)
    {
        var shown = (JsonObject)run.DeepClone();
        shown.Remove("annotations");
        shown.Remove("author");
        return shown;
    }
}
