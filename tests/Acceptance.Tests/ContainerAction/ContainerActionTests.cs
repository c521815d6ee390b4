using System.Text.Json;
using Shouldly;
using Support;
using Xunit;
using Xunit.Sdk;

namespace Acceptance.Tests.ContainerAction;

/// <summary>The action as a job runs it: the image of the Dockerfile, root inside, a workspace that belongs to somebody else.</summary>
[Collection(ActionImages.Name)]
public sealed class ContainerActionTests(ActionImage image)
{
    [Fact]
    public void ACleanRepositoryPassesAndTellsLaterSteps()
    {
        using var run = new ActionRun();
        run.Repository.Write("README.md", "# Shop\n").Commit();
        var result = run.Run(image.Name, "action.yml");
        result.ExitCode.ShouldBe(0, result.ToString());
        run.Outputs["verdict"].ShouldBe("passed");
        run.Outputs["failed"].ShouldBe("");
        run.Outputs["results"].ShouldBe(".gates/out/results.json");
        run.Outputs["sarif"].ShouldBe(".gates/out/results.sarif");
        run.Summary.ShouldContain("dlp-scan");
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(run.Repository.Path, run.Outputs["results"])));
        results.RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
        File.Exists(Path.Combine(run.Repository.Path, run.Outputs["sarif"])).ShouldBeTrue();
    }

    [Fact]
    public void AFailingRepositoryFailsTheStepAnnotatesTheLineAndKeepsTheSecret()
    {
        using var run = new ActionRun();
        run.Repository.Write("src/app.py", $"import os\ntoken = \"{Planted.GitHubToken}\"\n").Commit();
        var result = run.Run(image.Name, "action.yml");
        result.ExitCode.ShouldBe(1, result.ToString());
        result.Output.ShouldContain("::error ");
        result.Output.ShouldContain("file=src/app.py,line=2");
        run.Outputs["verdict"].ShouldBe("failed");
        run.Outputs["failed"].ShouldBe("dlp-scan");
        run.Summary.ShouldContain("src/app.py");
        foreach (var text in new[] { result.ToString(), run.Summary }.Concat(FilesOf(run)))
        {
            text.ShouldNotContain(Planted.GitHubToken);
        }
    }

    [Fact]
    public void APolicyInTypeScriptJudgesWithoutNode()
    {
        using var run = new ActionRun();
        run.Repository
            .Write(".github/gates.yml", "version: 1\ngates:\n  owners: { policy: policies/owners, facts: { json: [\"*.json\"] } }\n")
            .Write("policies/owners/policy.json", "{ \"title\": \"Owners\" }\n")
            .Write("policies/owners/policy.ts", """
                import { quote } from "../lib/quote";
                export function judge({ json = [] }: FactsEvidence, settings: unknown, report: Report): void {
                  for (const doc of json) report.error("owner", `${quote(doc.root.get("owner")?.value ?? "nobody")} owns it`, doc);
                }
                """)
            .Write("policies/lib/quote.ts", "export const quote = (text: string): string => `<${text}>`;\n")
            .Write("app.json", "{ \"owner\": \"us\" }\n").Commit();
        var result = run.Run(image.Name, "action.yml");
        result.ExitCode.ShouldBe(1, result.ToString());
        result.Output.ShouldContain("<us> owns it");
        run.ForeignFiles().ShouldBeEmpty();
    }

    [Fact]
    public void WhatRootWroteBelongsToTheWorkspacesOwner()
    {
        using var run = new ActionRun();
        run.Repository.Write("Dockerfile", "FROM scratch\n").Commit();
        run.Run(image.Name, "action.yml", new Dictionary<string, string>(StringComparer.Ordinal) { ["out"] = "build/gates/here" }).ExitCode.ShouldBe(0);
        Directory.GetFiles(Path.Combine(run.Repository.Path, "build/gates/here")).Length.ShouldBeGreaterThan(2);
        run.ForeignFiles().ShouldBeEmpty();
    }

    [Fact]
    public void GitWorksInAWorkspaceOfAnotherUserAndOnlyThePullRequestsOwnFindingsBlock()
    {
        using var run = new ActionRun { EventName = "pull_request" };
        var old = $"token = \"{Planted.GitHubToken}\"\n";
        var baseSha = run.Repository.Write("old.py", old).Commit();
        run.Repository.Git("checkout", "-q", "-b", "topic");
        run.Repository.Write("README.md", "# Shop\n").Commit();
        run.Event = new { pull_request = new { number = 7, @base = new { sha = baseSha }, head = new { sha = run.Repository.Git("rev-parse", "HEAD") } } };
        var existing = run.Run(image.Name, "action.yml");
        existing.ExitCode.ShouldBe(0, existing.ToString());

        run.Repository.Write("new.py", old.Replace("q7R", "r8S", StringComparison.Ordinal));
        ActionImage.Docker("version");
        Support.ExternalProgram.Run("chown", ["-R", "0:0", run.Repository.Path]).Succeeded();
        run.Repository.Commit();
        var added = run.Run(image.Name, "action.yml");
        added.ExitCode.ShouldBe(1, added.ToString());
        added.Output.ShouldContain("file=new.py,line=1");
        added.Output.ShouldNotContain("::error file=old.py");
    }

    [Theory]
    [InlineData("config", ".github/absent.yml", ".github/absent.yml")]
    [InlineData("gates", "dlp-scam", "dlp-scam")]
    [InlineData("environment", "moon", "moon")]
    public void AWrongInputIsAUsageErrorInOneLine(string input, string value, string named)
    {
        using var run = new ActionRun();
        run.Repository.Write("README.md", "# Shop\n").Commit();
        var result = run.Run(image.Name, "action.yml", new Dictionary<string, string>(StringComparer.Ordinal) { [input] = value });
        result.ExitCode.ShouldBe(2, result.ToString());
        var message = result.Error.TrimEnd('\n');
        message.ShouldNotContain("\n");
        message.ShouldContain(named);
    }

    [Theory]
    [InlineData("dlp-scan")]
    [InlineData("base-image-allowlist")]
    [InlineData("hermetic-build")]
    public void AThinActionRunsItsGateAndNoOther(string gate)
    {
        using var run = new ActionRun();
        run.Repository
            .Write("Dockerfile", "FROM docker.io/library/alpine:latest\nRUN curl https://example.com/install.sh | sh\n")
            .Write("key.py", $"k = \"{Planted.GitHubToken}\"\n")
            .Commit();
        var result = run.Run(image.Name, $"actions/{gate}/action.yml");
        result.ExitCode.ShouldBe(gate == "dlp-scan" ? 1 : 0, result.ToString());
        run.Outputs["verdict"].ShouldBe(gate == "dlp-scan" ? "failed" : "warned");
        run.Outputs["results"].ShouldBe($".gates/{gate}/results.json");
        Directory.GetFiles(Path.Combine(run.Repository.Path, ".gates", gate, "evidence")).Select(Path.GetFileName).ShouldBe([$"{gate}.json"]);
        run.ForeignFiles().ShouldBeEmpty();
    }

    private static IEnumerable<string> FilesOf(ActionRun run) =>
        Directory.EnumerateFiles(Path.Combine(run.Repository.Path, ".gates"), "*", SearchOption.AllDirectories).Select(File.ReadAllText);
}
