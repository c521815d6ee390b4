using System.Globalization;
using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>A team keeps its own rules beside its code; the root's stay the law.</summary>
public sealed class FolderStories : IDisposable
{
    private const string Root = "version: 1\ngates:\n  dlp-scan: {}\n  image-tags-pinned: { mode: warn, facts: { yaml: [\"**/k8s/*.yaml\"] } }\n";
    private const string Strict = "version: 1\ngates:\n  image-tags-pinned: { mode: enforce }\n";
    private const string Deployment =
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { template: { spec: { containers: [{ name: a, image: \"acme/a:latest\" }] } } }\n";

    private readonly TempRepository repository = new();
    private readonly TempFolder job = new();

    public FolderStories() => repository.Write(".github/gates.yml", Root).Write("readme.md", "x\n");

    public void Dispose()
    {
        repository.Dispose();
        job.Dispose();
    }

    [Fact]
    public void AFoldersStricterRule_BlocksThere_AndNowhereElse()
    {
        repository.Write("services/pay/.gates.yml", Strict).Write("services/web/k8s/a.yaml", Deployment).Commit();
        Gates("run").ExitCode.ShouldBe(0);

        repository.Write("services/pay/k8s/a.yaml", Deployment).Commit();
        var run = Gates("run");

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("services-pay-image-tags-pinned");
        run.Output.ShouldContain("(services/pay/.gates.yml)");
        Found("services-pay-image-tags-pinned").ShouldBe(["services/pay/k8s/a.yaml"]);
        Found("image-tags-pinned").ShouldBe(["services/pay/k8s/a.yaml", "services/web/k8s/a.yaml"]);
    }

    [Fact]
    public void TheListOfGates_NamesTheFileOfEach()
    {
        Gates("list").Output.ShouldNotContain("Gates of folders here");
        repository.Write("services/pay/.gates.yml", Strict).Commit();
        Gates("list").Output.ShouldEndWith("\nGates of folders here\n  services-pay-image-tags-pinned  services/pay/.gates.yml:3\n");

        repository.Write("services/pay/.gates.yml", "gates: {}\n");
        var list = Gates("list");
        list.ExitCode.ShouldBe(0);
        list.Output.ShouldEndWith("\nWhat folders ask for here is not known, because the configuration is not valid: "
            + "services/pay/.gates.yml:1:1: key `version`: is missing; write `version: 1`\n");
    }

    [Fact]
    public void AMilderMode_IsAMistakeOfTheConfiguration()
    {
        repository.Write("services/pay/.gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: warn }\n").Commit();

        var run = Gates("run");

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Error.ShouldContain("services/pay/.gates.yml:3:21: key `gates.dlp-scan.mode`: "
            + "mode: warn is milder than `mode: enforce`, which .github/gates.yml:3 says of dlp-scan");
    }

    [Fact]
    public void WhatAFolderExcludes_TheRootStillSees()
    {
        repository.Write("services/pay/.gates.yml", "version: 1\ngates:\n  dlp-scan: { with: { exclude: [\"**\"], rules: { provider-secret: \"off\" } } }\n")
            .Write("services/pay/a.env", $"A={Planted.GitHubToken}\n").Commit();

        Gates("run").ExitCode.ShouldBe(1);
        Found("dlp-scan").ShouldBe(["services/pay/a.env"]);
        Found("services-pay-dlp-scan").ShouldBeEmpty();
    }

    [Fact]
    public void AFoldersOwnPolicy_DoesNotHideItsCasesFromTheRoot()
    {
        repository.Write("services/pay/.gates.yml", "version: 1\ngates:\n  mine: { policy: mine }\n")
            .Write("services/pay/mine/policy.json", "{ \"title\": \"Mine\", \"facts\": { \"yaml\": [\"**/*.yaml\"] } }\n")
            .Write(
                "services/pay/mine/policy.js",
                "import { rule } from '../../../policies/lib/shared.js';\n"
                + "export function judge(evidence, settings, report) { for (const file of evidence.yaml) report.error(rule, 'No.', file); }\n")
            .Write("policies/lib/shared.js", "export const rule = 'never';\n")
            .Write("services/pay/mine/cases/bad/files/k8s/a.yaml", Deployment)
            .Write("services/pay/own.yaml", "a: 1\n").Commit();

        Gates("run").ExitCode.ShouldBe(1);
        Found("services-pay-mine").ShouldBe(["services/pay/own.yaml"]);
        Found("image-tags-pinned").ShouldBe(["services/pay/mine/cases/bad/files/k8s/a.yaml"]);
    }

    [Fact]
    public void AWaiverOfTheRootsGate_DoesNotCoverTheFolders()
    {
        repository.Write("services/pay/.gates.yml", Strict).Write("services/pay/k8s/a.yaml", Deployment).Commit();
        var day = TimeProvider.System.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] waive = ["waive", "--path", "services/pay/**", "--reason", "Old cluster", "--owner", "@acme/pay", "--expires", day, "--gate"];

        Gates([.. waive, "image-tags-pinned"]).ExitCode.ShouldBe(0);
        Gates("run").ExitCode.ShouldBe(1);
        Gates([.. waive, "services-pay-image-tags-pinned"]).ExitCode.ShouldBe(0);
        Gates("run").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void AnUntrackedFile_DoesNotCount_AndIsNamed()
    {
        repository.Commit();
        repository.Write("services/pay/.gates.yml", Strict).Write("services/pay/k8s/a.yaml", Deployment);

        var run = Gates("run");

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("services/pay/.gates.yml is not tracked by git, so it does not count; `git add` it");
    }

    [Fact]
    public void APullRequestThatAddsAFile_IsNotJudgedByIt_AndShowsItBeside()
    {
        var sha = repository.Commit();
        repository.Write("services/pay/.gates.yml", Strict).Write("services/pay/k8s/a.yaml", Deployment).Commit();

        var run = PullRequest(sha);

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("This change edits services/pay/.gates.yml, which judges it. The base's rules were used;");
        Proposed("services-pay-image-tags-pinned").ShouldBe("failed");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("version: 1\ngates:\n  image-tags-pinned: { mode: warn }\n")]
    public void APullRequestThatDeletesOrEditsAFile_IsJudgedByItsBases(string? edited)
    {
        var sha = repository.Write("services/pay/.gates.yml", Strict).Commit();
        _ = edited is null ? repository.Delete("services/pay/.gates.yml") : repository.Write("services/pay/.gates.yml", edited);
        repository.Write("services/pay/k8s/a.yaml", Deployment).Commit();

        var run = PullRequest(sha);

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("This change edits services/pay/.gates.yml, which judges it.");
        Found("services-pay-image-tags-pinned").ShouldBe(["services/pay/k8s/a.yaml"]);
    }

    [Fact]
    public void APullRequestWhoseFileIsAMistake_SaysThatEveryRunAfterItWouldFail()
    {
        var sha = repository.Commit();
        repository.Write("services/pay/.gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: \"off\" }\n").Commit();

        var run = PullRequest(sha);

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("This change's own configuration cannot be used, so every run after it would fail with exit code 2: "
            + "services/pay/.gates.yml:3:");
    }

    [Fact]
    public void ARenamedFolder_KeepsItsOldFindingsOld()
    {
        var sha = repository.Write("services/pay/.gates.yml", Strict).Write("services/pay/k8s/a.yaml", Deployment).Commit();
        repository.Git("mv", "services/pay", "services/money");
        repository.Commit();

        var run = PullRequest(sha);
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("This change edits services/money/.gates.yml and services/pay/.gates.yml, which judge it.");
        Proposed("services-money-image-tags-pinned").ShouldBe("passed");

        // Once merged its new name judges, and what was there before is still no news.
        var after = Gates("run", "--base", sha);
        after.ExitCode.ShouldBe(0, after.ToString());
        Found("services-money-image-tags-pinned").ShouldBe(["services/money/k8s/a.yaml"]);
    }

    private GatesOutput Gates(params string[] arguments) => GatesProcess.Run(repository.Path, arguments);

    private GatesOutput PullRequest(string sha)
    {
        job.Write("event.json", $$"""{ "number": 7, "pull_request": { "number": 7, "base": { "sha": "{{sha}}" } } }""");
        return GatesProcess.Run(repository.Path, ["run"], new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_EVENT_NAME"] = "pull_request",
            ["GITHUB_EVENT_PATH"] = Path.Combine(job.Path, "event.json"),
        });
    }

    private List<string> Found(string gate)
    {
        using var results = Results();
        return [.. results.RootElement.GetProperty("gates").EnumerateArray().Single(one => one.GetProperty("id").GetString() == gate)
            .GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("location").GetProperty("path").GetString()!)
            .Order(StringComparer.Ordinal)];
    }

    private string? Proposed(string gate)
    {
        using var results = Results();
        return results.RootElement.GetProperty("proposed").GetProperty(gate).GetString();
    }

    private JsonDocument Results() => JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Path, ".gates", "out", "results.json")));
}
