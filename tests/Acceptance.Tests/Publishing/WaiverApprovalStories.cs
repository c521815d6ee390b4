using System.Net;
using Shouldly;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Publishing;

/// <summary>A waiver inside a pull request counts once those approved it who own its file and who answer for it.</summary>
public sealed class WaiverApprovalStories : IDisposable
{
    private readonly PublishingJob job = new(
        (".github/gates.yml", "version: 1\ngates:\n  dlp-scan: {}\n"),
        (".github/CODEOWNERS", "/.github/ @owner\n"));

    public WaiverApprovalStories() => job.Repository.Collaborators["owner"] = "write";

    public void Dispose() => job.Dispose();

    [Fact]
    public void Waiver_WaitsForTheFilesOwnerAndForItsOwn()
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("docs/a.env", $"TOKEN={Planted.GitHubToken}\n"), (".github/gates-waivers.yml", Waiver("@bob")));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");

        Publish(pull).ShouldBe("failure");
        Comment(pull).ShouldContain("waiting: .github/gates-waivers.yml by @owner; a new waiver by @bob, its `owner`.");

        pull.Review("owner", "APPROVED");
        Publish(pull).ShouldBe("failure");
        Comment(pull).ShouldContain("waiting: a new waiver by @bob, its `owner`.");

        pull.Review("bob", "APPROVED");
        Publish(pull).ShouldBe("success");
        Comment(pull).ShouldContain("@owner approved");
        job.Server.Verify();
    }

    [Fact]
    public void WaiverOfATeam_CountsWithTheFilesOwner_AndSaysThatTheTeamWasNotAsked()
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("docs/a.env", $"TOKEN={Planted.GitHubToken}\n"), (".github/gates-waivers.yml", Waiver("@acme/docs")));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");
        pull.Review("owner", "APPROVED");

        Publish(pull).ShouldBe("success");

        Comment(pull).ShouldContain("The new waivers name @acme/docs, whose own approval is not asked for");
    }

    private string? Publish(EmulatedPullRequest pull)
    {
        var published = job.PublishRunOf(pull);
        published.ExitCode.ShouldBe(0, published.ToString());
        return (string?)job.ChecksOf(pull)[^1]["conclusion"];
    }

    private static string Waiver(string owner)
    {
        var today = TimeProvider.System.GetUtcNow().UtcDateTime;
        var days = $"added: {today:yyyy-MM-dd}, expires: {today.AddDays(20):yyyy-MM-dd}";
        return $"version: 1\nwaivers:\n  - {{ gate: dlp-scan, path: docs/**, reason: Example, owner: \"{owner}\", {days} }}\n";
    }

    private static string Comment(EmulatedPullRequest pull) =>
        WebUtility.HtmlDecode((string)pull.Comments.ShouldHaveSingleItem()["body"]!).Replace("\u200B", "", StringComparison.Ordinal);
}
