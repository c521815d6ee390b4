using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Policies;
using Gates.Runner.Reports;
using Gates.Runner.Runs;
using Runner.Tests.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Runs;

public sealed class StandardReportersTests : IDisposable
{
    private readonly TempFolder workspace = new();
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter errors = new() { NewLine = "\n" };

    [Fact]
    public async Task LocalRun_WritesTheFilesAndTheConsoleOnly()
    {
        await Report(Samples.Red(), []);
        Directory.EnumerateFileSystemEntries(At(".gates/out")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["evidence", "policies", "report.html", "results.json", "results.junit.xml", "results.sarif", "run.json", "settings", "summary.md"]);
        output.ToString().ShouldContain("Reports   .gates/out/");
        RunnerCommands.In(output.ToString()).ShouldBeEmpty();
        errors.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task GitHubRun_AlsoWritesAnnotationsSummaryAndOutputs()
    {
        var reporters = await Report(Samples.Red(), Actions());
        RunnerCommands.In(output.ToString()).Count.ShouldBe(5);
        (await File.ReadAllTextAsync(At("step-summary"))).ShouldContain("(https://github.com/acme/shop/blob/9c1e/config/prod.env#L12)");
        OutputFile.Parse(await File.ReadAllTextAsync(At("outputs"))).ShouldBe(new Dictionary<string, string>
        {
            ["verdict"] = "failed",
            ["failed"] = "dlp-scan",
            ["results"] = ".gates/out/results.json",
            ["sarif"] = ".gates/out/results.sarif",
        });
        reporters.ExitCodeOf(Samples.Red()).ShouldBe(ExitCode.Fails);
    }

    [Fact]
    public async Task OutputsOfARunThatCouldNotBeEvaluated_NameOnlyTheFailedGates()
    {
        await Report(Samples.CouldNotEvaluate(), Actions());
        var values = OutputFile.Parse(await File.ReadAllTextAsync(At("outputs")));
        values["verdict"].ShouldBe("errored");
        values["failed"].ShouldBe("dlp-scan");
    }

    [Fact]
    public async Task ReportThatCannotBeWritten_IsSaidAndStopsNoOther()
    {
        Directory.CreateDirectory(At("step-summary"));
        var reporters = await Report(Samples.Red(), Actions());
        errors.ToString().ShouldStartWith("gates: could not write GITHUB_STEP_SUMMARY: ");
        errors.ToString().ShouldEndWith("The verdict is unchanged (failed).\n");
        File.Exists(At("outputs")).ShouldBeTrue();
        output.ToString().ShouldContain("FAILED: dlp-scan failed");
        reporters.ExitCodeOf(Samples.Red()).ShouldBe(ExitCode.Fails);
    }

    [Fact]
    public async Task WhatPoliciesGive_IsAnOutputOfItsGateAndAloneOneOfTheStep()
    {
        var folder = OutputFolder.Create(".gates/out", workspace.Path, _ => false);
        var report = Samples.Run(
        [
            Samples.Gate(
                "canary-slo",
                "Canary",
                Verdict.Passed) with { Outputs = [new Output("decision", "promote"), new Output("verdict", "forged"), new Output("both", "a")] },
            Samples.Gate("own", "Own", Verdict.Passed) with { Outputs = [new Output("both", "b\nverdict=forged")] },
        ]);

        await Report(report, Actions(), folder);

        var outputs = OutputFile.Parse(await File.ReadAllTextAsync(At("outputs")));
        outputs.Where(one => one.Key is not ("failed" or "results" or "sarif"))
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => (one.Key, one.Value))
            .ShouldBe(
        [
            ("canary-slo-both", "a"), ("canary-slo-decision", "promote"), ("canary-slo-verdict", "forged"), ("decision", "promote"), ("own-both", "b\nverdict=forged"), ("verdict", "passed"),
        ]);
    }

    [Fact]
    public async Task ResultsThatCannotBeWritten_MakeTheRunNotEvaluated()
    {
        var folder = OutputFolder.Create(".gates/out", workspace.Path, _ => false);
        Directory.CreateDirectory(At(".gates/out/results.json"));
        var reporters = await Report(Samples.Green(), [], folder);
        errors.ToString().ShouldContain("could not write results.json");
        reporters.ExitCodeOf(Samples.Green()).ShouldBe(ExitCode.CouldNotEvaluate);
    }

    public void Dispose()
    {
        workspace.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    private Dictionary<string, string> Actions() => new(StringComparer.Ordinal)
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_STEP_SUMMARY"] = At("step-summary"),
        ["GITHUB_OUTPUT"] = At("outputs"),
        ["GITHUB_SERVER_URL"] = "https://github.com",
        ["GITHUB_REPOSITORY"] = "acme/shop",
        ["GITHUB_SHA"] = "9c1e",
    };

    private async Task<SafeReporters> Report(RunReport report, Dictionary<string, string> environment, OutputFolder? folder = null)
    {
        var targets = new ReportTargets
        {
            Folder = folder ?? OutputFolder.Create(".gates/out", workspace.Path, _ => false),
            Output = output,
            Errors = errors,
            Environment = name => environment.GetValueOrDefault(name),
        };
        var files = StandardReporters.Files(targets);
        await files.ReportAsync(report, CancellationToken.None);
        await StandardReporters.Shown(targets).ReportAsync(report, CancellationToken.None);
        return files;
    }

    private string At(string path) => Path.Join(workspace.Path, path);
}
