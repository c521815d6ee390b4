using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>The repository itself, its people, code scanning, and workflow runs.</summary>
internal static class RepositoryRoutes
{
    public static readonly IReadOnlyList<Route> All =
    [
        new(
            "GET /repos/{owner}/{repo}/activity",
            "contents: read",
            call => Answer.Page(call, call.Repository.Activity.Where(one => (string?)one["ref"] == call.Query.GetValueOrDefault("ref")))),
        new("GET /repos/{owner}/{repo}", "metadata: read", call => Answer.Ok(Shapes.Make("full-repository", call.Repository.Describe()))),
        new("GET /repos/{owner}/{repo}/collaborators/{username}/permission", "metadata: read", Permission),
        new("GET /orgs/{org}/teams/{team_slug}/memberships/{username}", "members: read", Membership),
        new("POST /repos/{owner}/{repo}/code-scanning/sarifs", "security-events: write", Sarif),
        new(
            "GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}",
            "security-events: read",
            _ => Answer.Ok(new JsonObject { ["processing_status"] = "complete" })),
        new("GET /repos/{owner}/{repo}/actions/runs/{run_id}", "actions: read", Run),
        new("GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts", "actions: read", Artifacts),
        new("GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}", "actions: read", Download),
    ];

    private static Answer Permission(Call call)
    {
        var role = call.Repository.Collaborators.GetValueOrDefault(call["username"], "read");
        var permission = role switch { "maintain" => "write", "triage" => "read", _ => role };
        return Answer.Ok(Shapes.Make("repository-collaborator-permission", new JsonObject { ["permission"] = permission, ["role_name"] = role }));
    }

    private static Answer Membership(Call call) =>
        call.Token.May("members: read")
            && call.Server.Teams.TryGetValue($"{call["org"]}/{call["team_slug"]}", out var members)
            && members.Contains(call["username"])
            ? Answer.Ok(Shapes.Make("team-membership", new JsonObject { ["state"] = "active", ["role"] = "member" }))
            : Answer.NotFound;

    private static Answer Sarif(Call call)
    {
        if (!call.Repository.HasCodeScanning)
        {
            return Answer.Refused(403, "Code scanning is not enabled for this repository. Please enable code scanning in the repository settings.");
        }

        using var zip = new GZipStream(new MemoryStream(Convert.FromBase64String(call.Text("sarif")!)), CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.UTF8);
        call.Repository.SarifFiles.Add((call.Text("commit_sha")!, call.Text("ref")!, reader.ReadToEnd()));
        return new Answer(202, Shapes.Make("code-scanning-sarifs-receipt", new JsonObject { ["id"] = $"sarif-{call.Repository.SarifFiles.Count}" }));
    }

    private static Answer Run(Call call) =>
        call.Repository.WorkflowRuns.Find(run => (long)run["id"]! == call.Id("run_id")) is { } run ? Answer.Ok(run.DeepClone()) : Answer.NotFound;

    private static Answer Artifacts(Call call) => Answer.Page(
        call,
        call.Repository.Artifacts.Where(artifact => (long)artifact["workflow_run"]!["id"]! == call.Id("run_id")
            && (!call.Query.TryGetValue("name", out var name) || (string?)artifact["name"] == name)),
        "artifacts");

    private static Answer Download(Call call)
    {
        var artifact = call.Repository.Artifacts.Find(artifact => (long)artifact["id"]! == call.Id("artifact_id"));
        if (artifact is null)
        {
            return Answer.NotFound;
        }

        return (bool)artifact["expired"]!
            ? Answer.Refused(410, "Artifact has expired")
            : Answer.Redirect(call.Server.Store(call.Repository.Files[call.Id("artifact_id")]));
    }
}
