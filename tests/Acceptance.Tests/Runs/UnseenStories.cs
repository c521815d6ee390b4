using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>A gate says what it looked at. What it could not or would not look at is said too, and is never a plain PASSED.</summary>
public sealed class UnseenStories
{
    private const string Policy =
        "export function judge(evidence, settings, report) { (evidence.yaml || evidence.json).forEach(one => report.error('found', one.path, { path: one.path, line: 1 })); }\n";

    [Fact]
    public void TrackedFileBelowOurOwnFolder_IsScanned()
    {
        var secret = Planted.GitHubToken;
        using var repository = new TempRepository().Write(".gates/config.env", $"token={secret}\n");
        repository.Commit();

        var run = Run(repository, "--gates", "dlp-scan");

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain(".gates/config.env:1");
        run.Output.ShouldNotContain(secret);
    }

    [Fact]
    public void SparseCheckout_OnADeskIsSaid_InAJobCouldNotBeEvaluated()
    {
        using var repository = new TempRepository().Write("README.md", "x\n").Write("d/a.env", "t=1\n");
        var head = repository.Commit();
        repository.Git("sparse-checkout", "set", "--no-cone", "/*", "!d");

        var desk = Run(repository, "--gates", "dlp-scan");
        desk.ExitCode.ShouldBe(0, desk.ToString());
        desk.Output.ShouldContain("PASSED  dlp-scan: Secrets and personal data (1 file; 1 left out: sparse checkout");

        var job = GatesProcess.Run(repository.Path, ["run", "--no-sign", "--gates", "dlp-scan"], Job(head));
        job.ExitCode.ShouldBe(3, job.ToString());
        job.Output.ShouldContain("COULD NOT EVALUATE");
        job.Output.ShouldContain("it could not look at everything: sparse checkout: d/a.env. Mend that, or name the paths under `exclude`");

        repository.Write(".github/gates.yml", "version: 1\ngates: { dlp-scan: { with: { exclude: [\"d/**\"] } } }\n");
        var named = GatesProcess.Run(repository.Path, ["run", "--no-sign"], Job(head));
        named.ExitCode.ShouldBe(0, named.ToString());
        named.Output.ShouldContain("1 left out: exclude");
    }

    [Theory]
    [InlineData("nowhere/**", 3)]
    [InlineData("k8s/*.{yaml,yml}", 1)]
    [InlineData("k8s/?.yaml", 1)]
    [InlineData("k8s/[ab].yaml", 1)]
    [InlineData("{k8s,x}/**", 1)]
    [InlineData("k8s", 1)]
    public void FactsGlobs_SelectOrCouldNotBeEvaluated(string glob, int exitCode)
    {
        using var repository = new TempRepository().Write("k8s/a.yaml", "a: 1\n")
            .Write("policies/p/policy.js", Policy)
            .Write("policies/p/policy.json", "{ \"title\": \"T\" }\n")
            .Write(".github/gates.yml", $"version: 1\ngates: {{ p: {{ policy: policies/p, facts: {{ yaml: [\"{glob}\"] }} }} }}\n");
        repository.Commit();

        var run = Run(repository);

        run.ExitCode.ShouldBe(exitCode, run.ToString());
        run.Output.ShouldNotContain("PASSED", Case.Sensitive);
    }

    [Fact]
    public void FactsThatMayBeMissing_AreSkipped()
    {
        using var repository = new TempRepository().Write("policies/p/policy.js", Policy).Write("policies/p/policy.json", "{ \"title\": \"T\" }\n")
            .Write(".github/gates.yml", "version: 1\ngates: { p: { policy: policies/p, when-missing: skip, facts: { yaml: [\"nowhere/**\"] } } }\n");
        repository.Commit();

        ShouldBeSkipped(Run(repository), repository);
    }

    [Theory]
    [InlineData("version: 1\ngates: { dlp-scan: { mode: off } }\n")]
    [InlineData("version: 1\ngates: { dlp-scan: { with: { exclude: [\"**\"] } } }\n")]
    public void NothingWasLookedAt_IsSkippedAndRequiredItIsRed(string configuration)
    {
        using var repository = new TempRepository().Write("a.txt", "x\n").Write(".github/gates.yml", configuration);
        repository.Commit();

        ShouldBeSkipped(Run(repository), repository);

        repository.Write(".github/gates.yml", configuration + "require: [dlp-scan]\n");
        var required = Run(repository);
        required.ExitCode.ShouldBe(3, required.ToString());
        required.Output.ShouldContain("it is required (`require`), and was skipped");
    }

    [Fact]
    public void CasesOfAPolicy_AreNotJudgedByIt()
    {
        using var repository = new TempRepository().Write("policies/npm/policy.js", Policy)
            .Write("policies/npm/policy.json", "{ \"title\": \"T\", \"facts\": { \"json\": [\"**/package.json\"] } }\n")
            .Write("policies/npm/cases/fails/files/package.json", "{}\n").Write("web/package.json", "{}\n")
            .Write(".github/gates.yml", "version: 1\ngates: { npm: { policy: policies/npm } }\n");
        repository.Commit();

        var run = Run(repository);

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("web/package.json:1");
        run.Output.ShouldNotContain("fails/files/package.json:1");
        run.Output.ShouldContain("1 file; 1 left out: cases of a policy");
    }

    [Fact]
    public void SecretInACaseOfAPolicy_IsFoundAllTheSame()
    {
        using var repository = new TempRepository().Write("policies/npm/policy.js", Policy)
            .Write("policies/npm/policy.json", "{ \"title\": \"T\", \"facts\": { \"json\": [\"**/package.json\"] } }\n")
            .Write("policies/npm/cases/fails/files/a.env", $"TOKEN={Planted.GitHubToken}\n").Write("web/package.json", "{}\n")
            .Write(".github/gates.yml", "version: 1\ngates: { npm: { policy: policies/npm }, dlp-scan: {} }\n");
        repository.Commit();

        Run(repository).Output.ShouldContain("policies/npm/cases/fails/files/a.env:1");
    }

    [Fact]
    public void TextFileThatTurnedBinary_CouldNotBeEvaluated()
    {
        using var repository = new TempRepository().Write("prod.env", "A=1\0\n").Write("a.txt", "x\n");
        repository.Commit();

        var run = Run(repository, "--gates", "dlp-scan");

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain("prod.env");
    }

    private static void ShouldBeSkipped(GatesOutput run, TempRepository repository)
    {
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("SKIPPED: ");
        run.Output.ShouldNotContain("PASSED", Case.Sensitive);
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Path, ".gates/out/results.json")));
        results.RootElement.GetProperty("verdict").GetString().ShouldBe("skipped");
    }

    private static GatesOutput Run(TempRepository repository, params string[] arguments) =>
        GatesProcess.Run(repository.Path, ["run", "--no-sign", .. arguments]);

    private static Dictionary<string, string> Job(string sha) => new(StringComparer.Ordinal)
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_EVENT_NAME"] = "push",
        ["GITHUB_SHA"] = sha,
    };
}
