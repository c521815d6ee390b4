using System.Text.Json.Nodes;
using Shouldly;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Publishing;

/// <summary>From a stranger's pull request to the release, with the real program, real git, and a GitHub that remembers.</summary>
public sealed class WholeStory : IDisposable
{
    private const string BadFile = "FROM node:latest\nENV TOKEN=";

    private readonly PublishingJob job = new(
        (".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n  base-image-allowlist: { mode: enforce, with: { allow: [\"docker.io/library/alpine:*\"] } }\n"),
        (".github/CODEOWNERS", "* @owner\n"));

    public void Dispose() => job.Dispose();

    [Fact]
    public void ForkWithPlantedProblems_IsCaughtFixedMergedAndReleased()
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("Dockerfile", $"{BadFile}{Planted.GitHubToken}\n"), (".github/workflows/gates.yml", "on: pull_request\njobs: {}\n"));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");

        job.PublishRunOf(pull, Forgery.Of("passed", "dlp-scan", "base-image-allowlist")).ExitCode.ShouldBe(0);

        var red = job.ChecksOf(pull).ShouldHaveSingleItem();
        ((string?)red["conclusion"]).ShouldBe("failure");
        red["annotations"]!.AsArray()
            .Select(note => $"{note!["path"]}:{note["start_line"]} {note["annotation_level"]}")
            .Order(StringComparer.Ordinal)
            .ShouldBe(["Dockerfile:1 failure", "Dockerfile:2 failure"]);
        ((string)red["output"]!["summary"]!).ShouldContain("base-image-allowlist");
        var comment = pull.Comments.ShouldHaveSingleItem();
        ((string)comment["body"]!).ShouldContain("### 2 findings block");

        fork.Reset("topic", fork.Git.Resolve("refs/heads/main")!);
        fork.Commit("topic", ("Dockerfile", $"FROM alpine:3.22@sha256:{Planted.Digest}\n"));
        pull.Synchronize();
        job.PublishRunOf(pull).ExitCode.ShouldBe(0);

        ((string?)job.ChecksOf(pull).ShouldHaveSingleItem()["conclusion"]).ShouldBe("success");
        pull.Comments.ShouldHaveSingleItem()["id"]!.ToString().ShouldBe(comment["id"]!.ToString());
        ((string)pull.Comments[0]["body"]!).Split('\n')[1].ShouldStartWith("<details><summary>");

        pull.Merge();
        job.Repository.Git.Run("update-ref", "refs/tags/v1.0.0", "refs/heads/main");
        var (run, published) = job.RunAndPublish("push", [], "refs/tags/v1.0.0", "--release", "publish", "--sarif");

        (run.ExitCode, published.ExitCode).ShouldBe((0, 0), $"{run}\n{published}");
        var release = job.Repository.Releases.ShouldHaveSingleItem();
        ((bool?)release["draft"]).ShouldBe(false);
        release["assets"]!.AsArray().Count.ShouldBe(3);
        job.Repository.SarifFiles.ShouldHaveSingleItem().Ref.ShouldBe("refs/tags/v1.0.0");
        Everything().ShouldNotContain(Planted.GitHubToken);
        job.Server.Verify();
    }

    private string Everything() =>
        string.Join('\n', job.Server.Exchanges.Select(exchange => $"{exchange.Sent?.ToJsonString()}{exchange.Body?.ToJsonString()}"));
}
