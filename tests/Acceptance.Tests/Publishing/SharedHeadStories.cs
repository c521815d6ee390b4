using System.Text.Json.Nodes;
using Shouldly;
using Support;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Publishing;

/// <summary>One commit, several pull requests: the check on the commit is never green because of another pull request.</summary>
public sealed class SharedHeadStories : IDisposable
{
    private const string Configuration = ".github/gates.yml";
    private const string Strict = "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n";
    private const string Lax = "version: 1\ngates:\n  hermetic-build: { mode: warn }\n";

    private readonly PublishingJob job = new((Configuration, Strict));
    private readonly EmulatedRepository fork;

    public SharedHeadStories()
    {
        job.Repository.Git.Run("update-ref", "refs/heads/legacy", "refs/heads/main");
        job.Repository.Commit("legacy", (Configuration, Lax));
        fork = job.Repository.Fork("mallory");
    }

    public void Dispose() => job.Dispose();

    [Fact]
    public void TwoBases_AreEachJudged_AndTheRequiredCheckIsTheWorst_WhoeverComesLast()
    {
        fork.Commit("topic", ("prod.env", $"T={Planted.GitHubToken}\n"));
        var main = Open("topic", "main");
        var legacy = Open("topic", "legacy");

        job.PublishRunOf(legacy).ExitCode.ShouldBe(0);
        job.PublishRunOf(main).ExitCode.ShouldBe(0);

        Checks(main).ShouldBe(["gates (base: legacy): neutral", "gates (base: main): failure", "gates: failure"]);
        var summary = (string)job.ChecksOf(main).Single(check => (string?)check["name"] == "gates")["output"]!["summary"]!;
        summary.ShouldContain("This commit is the head of 2 open pull requests, each judged against its own base; this check is the worst of them");
        ((string)main.Comments.ShouldHaveSingleItem()["body"]!).ShouldContain("prod.env");
        var other = (string)legacy.Comments.ShouldHaveSingleItem()["body"]!;
        var parts = other.Split("<details>");
        parts[..^1].ShouldAllBe(part => !part.Contains("prod.env", StringComparison.Ordinal));
        parts[^1].ShouldStartWith("<summary>What this change's own rules would say (not binding)</summary>");
        job.Server.Verify();
    }

    [Fact]
    public void SameCommitOnAnotherBranch_IsTheSameHead()
    {
        fork.Commit("topic", ("prod.env", $"T={Planted.GitHubToken}\n"));
        var main = Open("topic", "main");
        fork.Git.Run("update-ref", "refs/heads/second", "refs/heads/topic");
        var legacy = Open("second", "legacy");

        job.PublishRunOf(legacy).ExitCode.ShouldBe(0);

        Checks(main).ShouldBe(["gates (base: legacy): neutral", "gates (base: main): failure", "gates: failure"]);
    }

    [Fact]
    public void TwoPullRequestsToOneBase_AreToldApartByTheirNumbers()
    {
        fork.Commit("topic", ("a.txt", "x\n"));
        var one = Open("topic", "main");
        fork.Git.Run("update-ref", "refs/heads/second", "refs/heads/topic");
        var other = Open("second", "main");

        job.PublishRunOf(one, permissions: null, options: ["--per-gate"]).ExitCode.ShouldBe(0);

        Checks(one).Where(check => !check.Contains('/', StringComparison.Ordinal)).ShouldBe(
            [$"gates (base: main, #{one.Number}): success", $"gates (base: main, #{other.Number}): success", "gates: success"]);
        Checks(one).ShouldContain("gates / dlp-scan: success");
        Checks(one).ShouldContain($"gates (base: main, #{one.Number}) / dlp-scan: success");
    }

    [Fact]
    public void BaseThatCannotBeUsed_TurnsTheCheckRed_AlsoOverAnOlderGreenOne()
    {
        fork.Commit("topic", ("a.txt", "x\n"));
        var legacy = Open("topic", "legacy");
        job.PublishRunOf(legacy).ExitCode.ShouldBe(0);
        Checks(legacy).ShouldBe(["gates: neutral"]);
        job.Repository.Commit("main", (Configuration, "gates: [nonsense]\n"));
        var main = Open("topic", "main");

        var published = job.PublishRunOf(main);

        published.ExitCode.ShouldBe(2, published.ToString());
        Newest(main, "gates").ShouldNotBe("success");
        Newest(main, "gates (base: main)").ShouldNotBe("success");
        Newest(main, "gates (base: legacy)").ShouldBe("neutral");
        ((string)main.Comments.ShouldHaveSingleItem()["body"]!).ShouldContain("This pull request could not be judged:");
    }

    [Fact]
    public void JobThatPublishesItsOwnRun_JudgesTheOthersOfItsHeadToo()
    {
        job.Repository.Commit("topic", (Configuration, Strict), ("README.md", "# Web\n"), ("prod.env", $"T={Planted.GitHubToken}\n"));
        var main = job.Repository.OpenPullRequest("dev", job.Repository, "topic");
        var legacy = job.Repository.OpenPullRequest("dev", job.Repository, "topic", "legacy");

        var (_, published) = job.RunAndPublish(
            "pull_request",
            new JsonObject { ["pull_request"] = legacy.Describe("pull-request") },
            $"refs/pull/{legacy.Number}/merge");

        published.ExitCode.ShouldBe(0, published.ToString());
        Newest(main, "gates").ShouldBe("failure");
        Newest(main, "gates (base: main)").ShouldBe("failure");
        Newest(main, "gates (base: legacy)").ShouldBe("neutral");
        job.Server.Verify();
    }

    [Fact]
    public void PushOfAPullRequestsHead_DoesNotAnswerForThePullRequest()
    {
        job.Repository.Commit("topic", (Configuration, Lax), ("prod.env", $"T={Planted.GitHubToken}\n"));
        var pull = job.Repository.OpenPullRequest("dev", job.Repository, "topic");
        job.PublishRunOf(pull).ExitCode.ShouldBe(0);

        var (run, published) = job.RunAndPublish("push", new JsonObject { ["ref"] = "refs/heads/topic", ["before"] = new string('0', 40) }, "refs/heads/topic");

        (run.ExitCode, published.ExitCode).ShouldBe((0, 0), $"{run}\n{published}");
        Checks(pull).ShouldBe(["gates (push): neutral", "gates: failure"]);
    }

    private EmulatedPullRequest Open(string branch, string to) => job.Repository.OpenPullRequest("mallory", fork, branch, to);

    private IEnumerable<string> Checks(EmulatedPullRequest pull) =>
        job.ChecksOf(pull).Select(check => $"{check["name"]}: {check["conclusion"]}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private string? Newest(EmulatedPullRequest pull, string name) => (string?)job.ChecksOf(pull).Last(check => (string?)check["name"] == name)["conclusion"];
}
