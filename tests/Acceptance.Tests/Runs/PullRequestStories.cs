using System.Globalization;
using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>A pull request is judged by its base, and only for what it adds.</summary>
public sealed class PullRequestStories : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly TempFolder job = new();

    public void Dispose()
    {
        repository.Dispose();
        job.Dispose();
    }

    [Fact]
    public void OldSecret_IsListedAndDoesNotBlock_NewOneDoes()
    {
        var sha = repository.Write("old.env", $"A={Planted.GitHubToken}\n").Commit();
        repository.Write("readme.md", "x\n").Commit();

        Run(sha).ExitCode.ShouldBe(0);
        States().ShouldBe(["old.env existing"]);

        repository.Write("new.env", $"B={Planted.GitHubToken}\n").Commit();
        Run(sha).ExitCode.ShouldBe(1);
        States().ShouldBe(["new.env new", "old.env existing"]);
    }

    [Fact]
    public void OldSecretMovedIndentedAndRenamed_StaysOld()
    {
        var filler = string.Concat(Enumerable.Range(1, 30).Select(i => FormattableString.Invariant($"# line {i}\n")));
        var sha = repository.Write("old.env", $"{filler}A={Planted.GitHubToken}\n").Commit();
        repository.Git("mv", "old.env", "moved.env");
        repository.Write("moved.env", $"# new first line\n{filler}    A={Planted.GitHubToken}\n").Commit();

        Run(sha).ExitCode.ShouldBe(0);
        States().ShouldBe(["moved.env existing"]);
    }

    [Fact]
    public void OwnEditOfTheConfiguration_DoesNotJudgeItAndIsShownBeside()
    {
        var sha = repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n").Commit();
        repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: \"off\" }\n").Write("new.env", $"B={Planted.GitHubToken}\n").Commit();

        var run = Run(sha);

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("This change edits .github/gates.yml, which judges it. The base's rules were used;");
        using var results = Results();
        results.RootElement.GetProperty("proposed").GetProperty("dlp-scan").GetString().ShouldBe("skipped");
    }

    [Fact]
    public void OwnEditOfAPolicy_DoesNotJudgeIt()
    {
        const string Configuration = "version: 1\ngates:\n  mine: { policy: policies/mine, facts: { files: [\"**\"] } }\n";
        const string Strict = "function judge(evidence, settings, report) { report.error('always', 'Nothing is allowed.'); }\n";
        var sha = repository.Write("policies/mine/policy.json", "{ \"title\": \"Mine\", \"description\": \"Strict.\" }\n")
            .Write("policies/mine/policy.js", Strict)
            .Write(".github/gates.yml", Configuration)
            .Commit();
        repository.Write("policies/mine/policy.js", "function judge(evidence, settings, report) { report.pass('fine', 'All is allowed.'); }\n").Commit();

        var run = Run(sha);

        // The base's policy reports the same finding at the base, so it exists and does not block; what counts is whose policy spoke.
        run.ExitCode.ShouldBe(0, run.ToString());
        using var results = Results();
        results.RootElement.GetProperty("gates")[0].GetProperty("findings")[0].GetProperty("rule").GetString().ShouldBe("always");
    }

    [Theory]
    [InlineData("version: 1\ngates:\n  hermetic-build: { mode: audit }\n")]
    [InlineData("version: 1\ngates:\n  dlp-scan: { mode: \"off\" }\n  hermetic-build: {}\n")]
    [InlineData("version: 1\ngates:\n  dlp-scan: { with: { exclude: [\"**\"] } }\n")]
    [InlineData("version: 1\ngates:\n  dlp-scan: { policy: policies/mine }\n")]
    [InlineData("not a configuration\n")]
    public void BaseWithoutConfiguration_IsJudgedByTheBuiltInDefaults_WhateverTheChangeBrings(string own)
    {
        var sha = repository.Write("a.txt", "x\n").Commit();
        repository.Write(".github/gates.yml", own).Write("new.env", $"B={Planted.GitHubToken}\n")
            .Write("policies/mine/policy.json", "{ \"title\": \"Mine\", \"description\": \"Lax.\" }\n")
            .Write("policies/mine/policy.js", "function judge(evidence, settings, report) { report.pass('fine', 'All is allowed.'); }\n").Commit();

        var run = Run(sha);

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("configuration: built-in defaults");
        run.Output.ShouldContain(own.StartsWith("version", StringComparison.Ordinal)
            ? "The base has no configuration, so the built-in defaults judge. What this change's own configuration would say stands beside each gate and is not binding."
            : "This change's own configuration cannot be used");
        States().ShouldBe(["new.env new"]);
    }

    [Fact]
    public void WaiversAndBaselineThatAChangeBrings_CoverNothing()
    {
        var sha = repository.Write("a.txt", "x\n").Commit();
        repository.Write("new.env", $"B={Planted.GitHubToken}\n").Commit();
        GatesProcess.Run(repository.Path, ["baseline"]).ExitCode.ShouldBe(0);
        GatesProcess.Run(
            repository.Path,
            [
                "waive",
                "--gate",
                "dlp-scan",
                "--path",
                "new.env",
                "--reason",
                "Not a real one",
                "--owner",
                "@mallory",
                "--expires",
                TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            ]).ExitCode.ShouldBe(0);
        repository.Commit();

        var run = Run(sha);

        run.ExitCode.ShouldBe(1, run.ToString());
        States().ShouldBe(["new.env new"]);
        run.Output.ShouldContain("under its edits, dlp-scan:");
    }

    [Fact]
    public void ConfigurationThatBecomesALink_AFolderOrASubmodule_LeavesTheBasesInForce()
    {
        var sha = repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n")
            .Write("off.yml", "version: 1\ngates:\n  dlp-scan: { mode: \"off\" }\n")
            .Commit();
        var configuration = Path.Combine(repository.Path, ".github/gates.yml");
        Action[] changes =
        [
            () => File.CreateSymbolicLink(configuration, "../off.yml"),
            () => repository.Write(".github/gates.yml/gates.yml", "x\n"),
            () => repository.Git("clone", "-q", repository.Path, configuration),
            () => repository.Write(".github/gates.yaml", "version: 1\ngates:\n  hermetic-build: {}\n"),
        ];
        foreach (var change in changes)
        {
            repository.Git("checkout", "-q", "-f", "-B", "topic", sha);
            repository.Delete(".github/gates.yml").Write("new.env", $"B={Planted.GitHubToken}\n");
            change();
            repository.Commit();

            var run = Run(sha);

            run.ExitCode.ShouldBe(1, run.ToString());
            run.Output.ShouldContain("configuration: .github/gates.yml at the base");
            if (Directory.Exists(configuration))
            {
                run.Output.ShouldContain("is a folder or a submodule");
                Directory.Delete(configuration, recursive: true);
            }
        }
    }

    [Fact]
    public void ReviewOfAPullRequest_IsJudgedLikeThePullRequest()
    {
        var sha = repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n").Commit();
        repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: \"off\" }\n").Write("new.env", $"B={Planted.GitHubToken}\n").Commit();

        Run(sha, "pull_request_review").ExitCode.ShouldBe(1);
        Run(sha, "pull_request_review_comment").ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("main")]
    [InlineData("@{upstream}")]
    public void BaseThatIsNoCommitId_IsRefused(string sha)
    {
        repository.Write("new.env", $"B={Planted.GitHubToken}\n").Commit();

        var run = Run(sha);

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Error.ShouldContain("as `pull_request.base.sha`, where GitHub writes the full id of a commit");
    }

    [Fact]
    public void ResultsOutsideTheWorkspace_AreNotWrittenInAJob()
    {
        var sha = repository.Write("a.txt", "x\n").Commit();

        foreach (var place in (string[])["../../x", job.Path, ".git/out"])
        {
            var run = Run(sha, "pull_request", "--out", place);

            run.ExitCode.ShouldBe(2, run.ToString());
            run.Error.ShouldContain($"--out {place}: ");
        }
    }

    [Fact]
    public void BaseThatCannotBeFetched_Exits3AndNamesTheLine()
    {
        repository.Write("a.txt", "x\n").Commit();

        var run = Run(new string('b', 40));

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Error.ShouldContain("fetch-depth: 2");
        run.Output.ShouldStartWith("::error title=Gates::the base bbbb");
    }

    [Fact]
    public void Job_GetsAnnotationsSummaryAndOutputs()
    {
        var sha = repository.Write("a.txt", "x\n").Commit();
        repository.Write("new.env", $"B={Planted.GitHubToken}\n").Commit();

        var run = Run(sha);

        run.Output.ShouldContain("::error file=new.env,line=1");
        job.Read("summary").ShouldContain("new.env");
        job.Read("output").ShouldContain("verdict");
        job.Read("output").ShouldContain("failed");
        (run.Output + run.Error + job.Read("summary") + job.Read("output")).ShouldNotContain(Planted.GitHubToken);
    }

    private GatesOutput Run(string baseSha, string name = "pull_request", params IReadOnlyList<string> options)
    {
        (string, string)[] more = [
            ("GITHUB_STEP_SUMMARY", job.Write("summary", "")),
            ("GITHUB_OUTPUT", job.Write("output", "")),
            ("GITHUB_WORKSPACE", repository.Path)
        ];
        return GatesProcess.Run(repository.Path, ["run", .. options], JobVariables.Event(job, name, JobVariables.Against(baseSha), more));
    }

    private JsonDocument Results() => JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Path, ".gates/out/results.json")));

    private IEnumerable<string> States()
    {
        using var results = Results();
        return [.. results.RootElement.GetProperty("gates").EnumerateArray().SelectMany(gate => gate.GetProperty("findings").EnumerateArray())
            .Select(finding => $"{finding.GetProperty("location").GetProperty("path").GetString()} {finding.GetProperty("state").GetString()}")];
    }
}
