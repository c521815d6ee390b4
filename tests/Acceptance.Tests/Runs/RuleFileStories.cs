using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>A pull request does not loosen the files by which gates judge it.</summary>
public sealed class RuleFileStories : IDisposable
{
    private const string Perf = "version: 1\ngates:\n  perf-budget: { with: { current: [made/current.json], strict: true";
    private const string Catalogue = "schema: 1\ncontrols:\n  - { id: SC-01, name: Bill of materials, ";

    private readonly TempRepository repository = new();
    private readonly TempFolder job = new();

    public RuleFileStories() => repository.Write(".gitignore", "made/\nevidence/\n").Write("made/current.json", Summary(200));

    public static TheoryData<string, string, string, string> Loosened => new()
    {
        { Perf + ", thresholds-file: perf/limits.yml } }\n", "perf/limits.yml", Limits(150), Limits(900) },
        { Perf + ", baseline: [perf/baseline*.json] } }\n", "perf/baseline-1.json", Summary(100), Summary(190) },

        {
            "version: 1\ngates:\n  control-attestation: {}\n",
            "compliance/control_catalog.yaml",
            Catalogue + "evidence: [sbom.json] }\n",
            Catalogue + "not-applicable: We know what is in it. }\n"
        },
        {
            "version: 1\ngates:\n  control-attestation: {}\n", "policies/sbom.js",
            "function judge(evidence, settings, report) { report.error('no', 'Never enough.'); }\n", "function judge(evidence, settings, report) { report.pass('yes', 'Fine.'); }\n"
        },
    };

    public void Dispose()
    {
        repository.Dispose();
        job.Dispose();
    }

    [Theory]
    [MemberData(nameof(Loosened))]
    public void RuleFileThatThePullRequestLoosens_JudgesAsAtTheBase_AndItsOwnIsShownBeside(string configuration, string path, string strict, string loose)
    {
        repository.Write(
            "evidence/tests.txt",
            "x").Write("compliance/control_catalog.yaml", Catalogue + "evidence: [tests.txt], assert: [{ type: policy, policy: policies/sbom.js }] }\n");
        var sha = repository.Write(".github/gates.yml", configuration).Write(path, strict).Commit();
        repository.Write(path, loose).Commit();

        var run = Run(sha);

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain($"This change edits {path}, which judges it. The base's rules were used;");
        Verdicts().ShouldBe(("failed", "passed"));
        JsonDocument.Parse(repository.Info.GetFiles(".gates/out/proposed.json")[0].OpenRead()).RootElement.GetProperty("gates")[0]
            .GetProperty("verdict")
            .GetString()
            .ShouldBe("passed");

        repository.Git("checkout", "-q", sha);
        repository.Write("readme.md", "x\n").Commit();
        Run(sha).Output.ShouldNotContain("This change edits");
        repository.Info.GetFiles(".gates/out/proposed.json").ShouldBeEmpty();
    }

    [Fact]
    public void RuleFileThatComesWithItsGate_JudgesOnlyBeside()
    {
        var sha = repository.Write(".github/gates.yml", "version: 1\ngates: { dlp-scan: {} }\n").Commit();
        repository.Write(".github/gates.yml", $"{Perf}, thresholds-file: perf/limits.yml }} }}\n  dlp-scan: {{}}\n")
            .Write("perf/limits.yml", Limits(150))
            .Commit();

        var run = Run(sha);

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("perf-budget: failed (binding: no such gate yet)");
    }

    [Fact]
    public void RuleFileThatTheBaseNamesAndDoesNotHave_CountsOnceMerged()
    {
        var sha = repository.Write(".github/gates.yml", Perf + ", thresholds-file: perf/limits.yml } }\n").Commit();
        repository.Write("perf/limits.yml", Limits(900)).Commit();

        var run = Run(sha);

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain($"`thresholds-file`: perf/limits.yml is not at the base commit {sha[..8]}, whose rules judge this change; it counts once merged");
        run.Output.ShouldContain("perf-budget: passed (binding: could not evaluate)");
    }

    [Fact]
    public void BaselineThatTheRunMade_IsReadWhereItStands_AndOneThatThePullRequestBringsIsNot()
    {
        var sha = repository.Write(".github/gates.yml", Perf + ", baseline: [\"*/baseline*.json\"] } }\n").Commit();
        repository.Write("made/baseline.json", Summary(100)).Write("perf/baseline.json", Summary(190)).Commit();

        Run(sha).ExitCode.ShouldBe(1);

        repository.Delete("made/baseline.json");
        var run = Run(sha);
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("nothing was compared, because there is no baseline: no file matches */baseline*.json at the base commit; perf/baseline.json counts once merged.");
    }

    [Fact]
    public void Push_JudgesByItsOwnFiles()
    {
        repository.Write(".github/gates.yml", Perf + ", thresholds-file: perf/limits.yml } }\n").Write("perf/limits.yml", Limits(150)).Commit();
        GatesProcess.Run(repository.Path, ["run", "--no-sign"]).ExitCode.ShouldBe(1);
        repository.Write("perf/limits.yml", Limits(900)).Commit();
        GatesProcess.Run(repository.Path, ["run", "--no-sign"]).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Baseline_LeavesOutWhatARunMade_AndSaysSo()
    {
        repository.Write(".github/gates.yml", $"{Perf}, thresholds: {{ http_req_duration: [\"p(95) < 150\"] }} }} }}\n  dlp-scan: {{}}\n")
            .Write("old.env", $"A={Planted.GitHubToken}\n")
            .Commit();

        var baseline = GatesProcess.Run(repository.Path, ["baseline"]);

        baseline.ExitCode.ShouldBe(0, baseline.ToString());
        baseline.Output.ShouldBe(".github/gates-baseline.json: 1 known finding (1 added)\nwrote .github/gates-salt: commit it, and never change it\nperf-budget was left out: it judges the results of a load test, not the repository\n");
        var asked = GatesProcess.Run(repository.Path, ["baseline", "--gates", "perf-budget"]);
        (asked.ExitCode, asked.Error.Contains(
            "--gates: perf-budget has no baseline, because it judges the results of a load test, not the repository; `gates waive` accepts one of its findings for a while",
            StringComparison.Ordinal))
            .ShouldBe((2, true), asked.ToString());
    }

    [Fact]
    public void Record_RefusesALiveWatch_AndSaysWhatToSet()
    {
        repository.Write(
            ".github/gates.yml",
            "version: 1\ngates: { canary-slo: { with: { prometheus: { url: \"http://127.0.0.1:1\" }, preset: api-service, selector: 'a=\"b\"' } } }\n").Commit();

        var record = GatesProcess.Run(repository.Path, ["record", "canary-slo", "one"]);

        record.ExitCode.ShouldBe(2, record.ToString());
        record.Error.ShouldContain("canary-slo would watch live for 1h; to record what has been, set its `window`");
    }

    internal static string Limits(int most) => FormattableString.Invariant($"version: 1\nglobal: {{ http_req_duration: [\"p(95) < {most}\"] }}\n");

    /// <summary>What k6 writes with <c>--summary-export</c>.</summary>
    internal static string Summary(int p95) => JsonSerializer.Serialize(new
    {
        metrics = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["http_req_duration"] = new Dictionary<string, double>(
                StringComparer.Ordinal)
            { ["avg"] = 50, ["min"] = 2, ["med"] = 40, ["max"] = 2 * p95, ["p(90)"] = p95 - 5, ["p(95)"] = p95 },
            ["http_reqs"] = new Dictionary<string, double>(StringComparer.Ordinal) { ["count"] = 600, ["rate"] = 60 },
            ["iterations"] = new Dictionary<string, double>(StringComparer.Ordinal) { ["count"] = 600, ["rate"] = 60 },
            ["iteration_duration"] = new Dictionary<string, double>(
                StringComparer.Ordinal)
            { ["avg"] = 20, ["min"] = 3, ["med"] = 18, ["max"] = 90, ["p(90)"] = 40, ["p(95)"] = 50 },
        },
        root_group = new { name = "", path = "", id = "d41d8cd98f00b204e9800998ecf8427e", groups = new { }, checks = new { } },
    });

    private GatesOutput Run(string baseSha) => GatesProcess.Run(repository.Path, ["run"], JobVariables.PullRequest(job, baseSha));

    /// <summary>The only gate's: the binding one, and that of the change's own edits.</summary>
    private (string? Binding, string? Proposed) Verdicts()
    {
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Path, ".gates/out/results.json")));
        var gate = results.RootElement.GetProperty("gates")[0];
        return (gate.GetProperty("verdict").GetString(), results.RootElement
            .GetProperty("proposed")
            .GetProperty(gate.GetProperty("id").GetString()!)
            .GetString());
    }
}
