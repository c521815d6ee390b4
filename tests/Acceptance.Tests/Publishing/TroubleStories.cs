using System.Text.Json.Nodes;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Runner.Commands.Publish;
using Shouldly;
using Support;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Publishing;

/// <summary>What goes wrong around publishing: nothing is shown twice, nothing is lost, and the verdict stays.</summary>
public sealed class TroubleStories : IDisposable
{
    private readonly PublishingJob job = new((".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n"));
    private readonly EmulatedRepository fork;
    private readonly EmulatedPullRequest pull;

    public TroubleStories()
    {
        fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("src/app.env", $"TOKEN={Planted.GitHubToken}\n"));
        pull = job.Repository.OpenPullRequest("mallory", fork, "topic");
    }

    public void Dispose() => job.Dispose();

    [Fact]
    public async Task TwoPublishersAtOnce_LeaveOneCommentAndOneCheckName()
    {
        job.Repository.AddWorkflowRun(pull, "failure");
        job.Server.Latency = TimeSpan.FromMilliseconds(50);

        var published = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => job.Publish("workflow_run", job.LastRun()))));

        published.ShouldAllBe(one => one.ExitCode == 0);
        pull.Comments.ShouldHaveSingleItem();
        job.ChecksOf(pull)
            .Select(check => $"{check["name"]} {check["conclusion"]} {check["annotations"]!.AsArray().Count}")
            .Distinct()
            .ShouldBe(["gates failure 1"]);
        job.Server.Verify();
    }

    [Theory]
    [InlineData(nameof(FaultKind.BadGateway))]
    [InlineData(nameof(FaultKind.LostAnswer))]
    public async Task MinuteOfBadGateways_IsSatThrough_AndNothingIsShownTwice(string kind)
    {
        var clone = job.CheckOut($"refs/pull/{pull.Number}/merge");
        var payload = new JsonObject { ["pull_request"] = pull.Describe("pull-request") };
        var variables = job.Variables("pull_request", payload, $"refs/pull/{pull.Number}/merge", permissions: null);
        GatesProcess.Run(clone, ["run"], variables).ExitCode.ShouldBe(1);
        var time = new ImpatientTime(new ApiLimits().Timeout);
        using var server = new GitHubServer(time);
        var (repository, there) = Copy(server);
        server.Faults.Add(new Fault(Enum.Parse<FaultKind>(kind)) { Until = time.GetUtcNow().AddMinutes(1) });
        using var handler = Transport.Handler();
        using var client = new GitHubClient(GitHubEndpoint.For(server.Api, server.GraphQl, repository.FullName, new ApiToken(job.Token)), handler, time);
        var rejudging = new ChangeRerun(_ => throw new InvalidOperationException("this job's own results are published"), client, null);
        using var output = new StringWriter();

        var exitCode = await new PublishSession(client, rejudging, null, output).RunAsync(
            PublishEvent.Read(JobEnvironment.Read(variables.GetValueOrDefault)),
            new PublishRequest { Workspace = new DirectoryInfo(clone), Results = new DirectoryInfo(Path.Combine(clone, ".gates", "out")) },
            CancellationToken.None);

        exitCode.ShouldBe(ExitCode.Holds, output.ToString());
        there.Comments.ShouldHaveSingleItem();
        ((string?)repository.CheckRuns.ShouldHaveSingleItem()["conclusion"]).ShouldBe("failure");
        repository.CheckRuns[0]["annotations"]!.AsArray().Count.ShouldBe(1);
        time.Waits.Sum(wait => wait.TotalSeconds).ShouldBeGreaterThan(50);
        server.Verify();
    }

    [Theory]
    [InlineData("POST /repos/{owner}/{repo}/check-runs", nameof(FaultKind.MissingField))]
    [InlineData("POST /repos/{owner}/{repo}/check-runs", nameof(FaultKind.BrokenJson))]
    [InlineData("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", nameof(FaultKind.CutAnswer))]
    public void CreationWhoseAnswerCannotBeRead_IsLookedUp_AndNeverMadeAgain(string request, string kind)
    {
        job.Server.Faults.Add(new Fault(Enum.Parse<FaultKind>(kind)) { Request = request });
        job.Server.Lag = 1;

        var published = job.PublishRunOf(pull);

        published.ExitCode.ShouldBe(0, published.ToString());
        job.ChecksOf(pull).ShouldHaveSingleItem();
        pull.Comments.ShouldHaveSingleItem();
        job.Server.Exchanges.Count(exchange => exchange.Request == request).ShouldBe(1);
        job.Server.Verify();
    }

    [Fact]
    public void RunThatWasStartedAgain_IsShownInTheSamePlace()
    {
        job.PublishRunOf(pull).ExitCode.ShouldBe(0);
        var id = (long)pull.Comments.ShouldHaveSingleItem()["id"]!;
        job.Repository.WorkflowRuns[^1]["run_attempt"] = 2;

        job.Publish("workflow_run", job.LastRun()).ExitCode.ShouldBe(0);

        ((long)pull.Comments.ShouldHaveSingleItem()["id"]!).ShouldBe(id);
        job.ChecksOf(pull).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("merged")]
    [InlineData("force-pushed")]
    [InlineData("branch deleted")]
    [InlineData("repository deleted")]
    public void PullRequestThatIsNoLongerThere_GetsNothing(string what)
    {
        job.Repository.AddWorkflowRun(pull, "failure");
        var payload = job.LastRun();
        switch (what)
        {
            case "closed":
                pull.Close();
                break;
            case "merged":
                pull.Merge();
                break;
            case "force-pushed":
                fork.Reset("topic", fork.Git.Resolve("refs/heads/main")!);
                fork.Commit("topic", ("other.txt", "x\n"));
                pull.Synchronize();
                break;
            case "repository deleted":
                payload["workflow_run"]!["head_repository"] = null;
                break;
            default:
                // GitHub closes a pull request whose branch is deleted.
                fork.Git.Run("update-ref", "-d", "refs/heads/topic");
                pull.Close();
                break;
        }

        var published = job.Publish("workflow_run", payload);

        published.ExitCode.ShouldBe(0, published.ToString());
        var reason = what == "repository deleted"
            ? "the head's repository is gone"
            : $"no open pull request has {payload["workflow_run"]!["head_sha"]!.ToString()[..7]} as its head";
        published.Output.ShouldBe($"Nothing to publish: {reason}.\n");
        (job.Repository.CheckRuns.Count, pull.Comments.Count).ShouldBe((0, 0));
    }

    /// <summary>The same pull request on a server with another clock.</summary>
    private (EmulatedRepository Repository, EmulatedPullRequest Pull) Copy(GitHubServer server)
    {
        server.AddToken(new EmulatedToken(job.Token, "github-actions[bot]", [.. EmulatedToken.Publishing]));
        var repository = server.AddRepository(job.Repository.FullName);
        repository.Git.Run("fetch", "-q", job.Repository.Git.Folder, "+refs/heads/*:refs/heads/*");
        var copy = server.AddRepository(fork.FullName, isFork: true);
        copy.Git.Run("fetch", "-q", fork.Git.Folder, "+refs/heads/*:refs/heads/*");
        return (repository, repository.OpenPullRequest("mallory", copy, "topic"));
    }
}
