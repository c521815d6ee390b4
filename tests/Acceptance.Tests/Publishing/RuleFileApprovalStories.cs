using System.Net;
using System.Text.Json.Nodes;
using Acceptance.Tests.Runs;
using Shouldly;
using Support;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Publishing;

/// <summary>A pull request edits a file that a gate judges it by; what its owner makes of that decides.</summary>
public sealed class RuleFileApprovalStories : IDisposable
{
    private const string Limits = "perf/limits.yml";

    private readonly PublishingJob job = new(
        (".github/gates.yml", "version: 1\ngates:\n  perf-budget: { with: { current: [made/current.json], thresholds-file: perf/limits.yml } }\n  dlp-scan: {}\n"),
        (".gitignore", "made/\n"),
        (".github/CODEOWNERS", "/perf/ @owner\n"),
        (Limits, RuleFileStories.Limits(150)));

    public RuleFileApprovalStories() => job.Repository.Collaborators["owner"] = "write";

    public void Dispose() => job.Dispose();

    [Fact]
    public void OwnJob_TheBasesRulesBlockUntilTheOwnerApprovedThisHead_ThenTheChangesOwnCount()
    {
        job.Repository.Commit("topic", (Limits, RuleFileStories.Limits(900)));
        var pull = job.Repository.OpenPullRequest("dev", job.Repository, "topic");

        var run = RunAndPublish(pull);

        run.ExitCode.ShouldBe(1, run.ToString());
        Conclusion(pull).ShouldBe("failure");
        var comment = Comment(pull);
        comment.ShouldContain("This change edits perf/limits.yml, which judges it.");
        comment.ShouldContain("waiting: perf/limits.yml by @owner");

        pull.Review("owner", "APPROVED");
        RunAndPublish(pull);

        Conclusion(pull).ShouldBe("success");
        Comment(pull).ShouldContain("@owner approved");

        job.Repository.Commit("topic", (Limits, RuleFileStories.Limits(2_000)));
        pull.Synchronize();
        RunAndPublish(pull);
        Conclusion(pull).ShouldBe("failure", "the approval was for another head");
        job.Server.Verify();
    }

    [Fact]
    public void Fork_TheEditWaitsForItsOwner_AndTheGateStaysUnverified()
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", (Limits, RuleFileStories.Limits(900)));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");

        job.PublishRunOf(pull, Forgery.Of("passed", "perf-budget", "dlp-scan")).ExitCode.ShouldBe(0);

        Conclusion(pull).ShouldBe("action_required");
        var comment = Comment(pull);
        comment.ShouldContain("waiting: perf/limits.yml by @owner");
        comment.ShouldContain("it judges the results of a load test, which is not in the commit");
    }

    /// <summary>One job on the test merge: a load test that measures 200 ms, then the gates, then the check.</summary>
    private GatesOutput RunAndPublish(EmulatedPullRequest pull)
    {
        var gitRef = FormattableString.Invariant($"refs/pull/{pull.Number}/merge");
        var clone = job.CheckOut(gitRef);
        Directory.CreateDirectory(Path.Combine(clone, "made"));
        File.WriteAllText(Path.Combine(clone, "made", "current.json"), RuleFileStories.Summary(200));
        var described = pull.Describe("pull-request");
        var variables = job.Variables("pull_request", new JsonObject { ["number"] = pull.Number, ["pull_request"] = described }, gitRef, permissions: null);
        var run = GatesProcess.Run(clone, ["run"], variables);
        var published = GatesProcess.Run(clone, ["publish"], variables);
        published.ExitCode.ShouldBe(0, $"{run}\n{published}");
        return run;
    }

    /// <summary>As a reader sees it, without what keeps names from being mentions.</summary>
    private static string Comment(EmulatedPullRequest pull) =>
        WebUtility.HtmlDecode((string)pull.Comments.ShouldHaveSingleItem()["body"]!).Replace("\u200B", "", StringComparison.Ordinal);

    private string? Conclusion(EmulatedPullRequest pull) => (string?)job.ChecksOf(pull)[^1]["conclusion"];
}
