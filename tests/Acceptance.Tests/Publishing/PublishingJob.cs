using System.IO.Compression;
using System.Text.Json.Nodes;
using Support;
using Support.GitHubEmulator;

namespace Acceptance.Tests.Publishing;

/// <summary>The base's own publishing job, with the real program and real git over HTTP, after a pull request's run has ended.</summary>
internal sealed class PublishingJob : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly EmulatedToken token;

    public PublishingJob(params (string Path, string Text)[] files)
    {
        Repository = Server.AddRepository("acme/web");
        Repository.Commit("main", [("README.md", "# Web\n"), .. files.Select(file => (file.Path, (string?)file.Text))]);
        token = Server.AddToken(new EmulatedToken("ghs_publisher", "github-actions[bot]", [.. EmulatedToken.Publishing]));
    }

    public GitHubServer Server { get; } = new();

    public EmulatedRepository Repository { get; }

    public string Token => token.Value;

    public IReadOnlyList<JsonObject> ChecksOf(EmulatedPullRequest pull) => [.. Repository.CheckRuns.Where(run => (string?)run["head_sha"] == pull.HeadSha)];

    /// <summary>Publishes for a run of the pull request's own workflow.</summary>
    /// <param name="pull">The pull request.</param>
    /// <param name="artifact">The <c>results.json</c> that its run uploaded.</param>
    /// <param name="permissions">What the job may do; by default everything that publishing needs.</param>
    public GatesOutput PublishRunOf(EmulatedPullRequest pull, string? artifact = null, IReadOnlyList<string>? permissions = null)
    {
        var run = Repository.AddWorkflowRun(pull, "success");
        if (artifact is not null)
        {
            Repository.AddArtifact(run, "gates-results", Zip(artifact));
        }

        var payload = new JsonObject { ["action"] = "completed", ["workflow_run"] = Repository.WorkflowRuns[^1].DeepClone() };
        return Publish("workflow_run", payload, permissions);
    }

    public GatesOutput Publish(string eventName, JsonObject payload, IReadOnlyList<string>? permissions = null)
    {
        var clone = Path.Combine(folder.Path, "clone");
        if (Directory.Exists(clone))
        {
            Directory.Delete(clone, recursive: true);
        }

        // As actions/checkout leaves the default branch: shallow, and without the token.
        TempRepository.Run(folder.Path, "-c", $"http.extraheader=AUTHORIZATION: basic {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("x-access-token:" + token.Value))}", "clone", "-q", "--depth=1", Repository.CloneAddress, clone);
        var publisher = permissions is null ? token : Server.AddToken(new EmulatedToken("ghs_limited", "github-actions[bot]", permissions));
        var variables = Server.Variables(Repository, publisher);
        variables["GITHUB_ACTIONS"] = "true";
        variables["GITHUB_EVENT_NAME"] = eventName;
        variables["GITHUB_EVENT_PATH"] = folder.Write("event.json", payload.ToJsonString());
        variables["GITHUB_SHA"] = Repository.Git.Resolve("refs/heads/main")!;
        return GatesProcess.Run(clone, ["publish"], variables);
    }

    public void Dispose()
    {
        Server.Dispose();
        folder.Dispose();
    }

    private static byte[] Zip(string results)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(archive.CreateEntry("results.json").Open());
            writer.Write(results);
        }

        return buffer.ToArray();
    }
}
