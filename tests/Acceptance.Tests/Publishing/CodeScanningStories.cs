using System.Text.Json.Nodes;
using Shouldly;
using Support;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Publishing;

/// <summary>Findings under Security &gt; Code scanning, when they are asked for.</summary>
public sealed class CodeScanningStories : IDisposable
{
    private readonly PublishingJob job = new(
        (".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n"),
        ("src/app.env", $"TOKEN={Planted.GitHubToken}\n"));

    public void Dispose() => job.Dispose();

    [Fact]
    public void OwnJob_UploadsWhatItRecorded_ForItsOwnCommit()
    {
        var (_, published) = job.RunAndPublish("push", [], "refs/heads/main", "--sarif");

        published.ExitCode.ShouldBe(0, published.ToString());
        var (sha, gitRef, sarif) = job.Repository.SarifFiles.ShouldHaveSingleItem();
        (sha, gitRef).ShouldBe((job.Repository.Git.Resolve("refs/heads/main"), "refs/heads/main"));
        Rules(sarif).ShouldBe(["dlp-scan/github-personal-token"]);
    }

    [Fact]
    public void PullRequestOfAFork_GetsWhatWasJudgedAgain_ForItsHead()
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("src/new.env", $"TOKEN={Planted.GitHubToken}\n"));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");

        job.PublishRunOf(pull, options: ["--sarif", "true"]).ExitCode.ShouldBe(0);

        var (sha, gitRef, sarif) = job.Repository.SarifFiles.ShouldHaveSingleItem();
        (sha, gitRef).ShouldBe((pull.HeadSha, $"refs/pull/{pull.Number}/head"));
        sarif.ShouldContain("src/new.env");
        sarif.ShouldNotContain(Planted.GitHubToken);
    }

    [Theory]
    [InlineData(true, "`security-events: write`")]
    [InlineData(false, "GitHub answered 403: Code scanning is not enabled for this repository.")]
    public void WhatIsMissing_IsALineOfAdvice(bool isOn, string advice)
    {
        job.Repository.HasCodeScanning = isOn;
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("a.txt", "x\n"));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");
        string[] missing = isOn ? ["security-events: write"] : [];

        var published = job.PublishRunOf(pull, permissions: [.. EmulatedToken.Publishing.Except(missing, StringComparer.Ordinal)], options: "--sarif");

        published.ExitCode.ShouldBe(0, published.ToString());
        published.Output.ShouldContain("Not published: the SARIF file. Could not upload the SARIF file: ");
        published.Output.ShouldContain(advice);
        job.ChecksOf(pull).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("false")]
    public void NotAskedFor_UploadsNothing(string input)
    {
        job.RunAndPublish("push", [], "refs/heads/main", "--sarif", input).Published.ExitCode.ShouldBe(0);

        job.Repository.SarifFiles.ShouldBeEmpty();
    }

    private static IEnumerable<string?> Rules(string sarif) =>
        JsonNode.Parse(sarif)!["runs"]![0]!["results"]!.AsArray().Select(result => (string?)result!["ruleId"]);
}
