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
    private int clones;

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
    /// <param name="options">More of the command line.</param>
    public GatesOutput PublishRunOf(
        EmulatedPullRequest pull,
        string? artifact = null,
        IReadOnlyList<string>? permissions = null,
        params IReadOnlyList<string> options)
    {
        var run = Repository.AddWorkflowRun(pull, "success");
        if (artifact is not null)
        {
            Repository.AddArtifact(run, "gates-results", Zip(artifact));
        }

        return Publish("workflow_run", LastRun(), permissions, options);
    }

    /// <summary>The event at the end of the latest workflow run.</summary>
    public JsonObject LastRun() => new() { ["action"] = "completed", ["workflow_run"] = Repository.WorkflowRuns[^1].DeepClone() };

    /// <summary>Publishes in a job that has checked out the default branch.</summary>
    public GatesOutput Publish(string eventName, JsonObject payload, IReadOnlyList<string>? permissions = null, params IReadOnlyList<string> options) =>
        GatesProcess.Run(CheckOut("refs/heads/main"), ["publish", .. options], Variables(eventName, payload, "refs/heads/main", permissions));

    /// <summary>One job that runs the gates on a ref and publishes their results.</summary>
    /// <returns>What both said; the exit codes are the run's and the publisher's.</returns>
    public (GatesOutput Run, GatesOutput Published) RunAndPublish(string eventName, JsonObject payload, string gitRef, params IReadOnlyList<string> options)
    {
        var clone = CheckOut(gitRef);
        var variables = Variables(eventName, payload, gitRef, permissions: null);
        var run = GatesProcess.Run(clone, ["run"], variables);
        return (run, GatesProcess.Run(clone, ["publish", .. options], variables));
    }

    /// <summary>As actions/checkout leaves a ref: shallow, and without the token.</summary>
    public string CheckOut(string gitRef)
    {
        var clone = Directory.CreateDirectory(Path.Combine(folder.Path, $"clone-{Interlocked.Increment(ref clones)}")).FullName;
        TempRepository.Run(clone, "init", "-q");
        TempRepository.Run(clone, "remote", "add", "origin", Repository.CloneAddress);
        TempRepository.Run(clone, "fetch", "-q", "--depth=2", "origin", gitRef);
        TempRepository.Run(clone, "checkout", "-q", "FETCH_HEAD");
        return clone;
    }

    public Dictionary<string, string> Variables(string eventName, JsonObject payload, string gitRef, IReadOnlyList<string>? permissions)
    {
        var publisher = permissions is null ? token : Server.AddToken(new EmulatedToken("ghs_limited", "github-actions[bot]", permissions));
        var variables = Server.Variables(Repository, publisher);
        variables["GITHUB_ACTIONS"] = "true";
        variables["GITHUB_EVENT_NAME"] = eventName;
        variables["GITHUB_EVENT_PATH"] = folder.Write($"event-{Interlocked.Increment(ref clones)}.json", payload.ToJsonString());
        variables["GITHUB_SHA"] = Repository.Git.Resolve(gitRef)!;
        variables["GITHUB_REF"] = gitRef;
        return variables;
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
