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
        var sha = repository.Write("policies/mine/policy.json", "{ \"title\": \"Mine\", \"description\": \"Strict.\" }\n").Write("policies/mine/policy.js", Strict).Write(".github/gates.yml", Configuration).Commit();
        repository.Write("policies/mine/policy.js", "function judge(evidence, settings, report) { report.pass('fine', 'All is allowed.'); }\n").Commit();

        var run = Run(sha);

        // The base's policy reports the same finding at the base, so it exists and does not block; what counts is whose policy spoke.
        run.ExitCode.ShouldBe(0, run.ToString());
        using var results = Results();
        results.RootElement.GetProperty("gates")[0].GetProperty("findings")[0].GetProperty("rule").GetString().ShouldBe("always");
    }

    [Fact]
    public void BaseWithoutConfiguration_UsesTheOwnOneAsBootstrapAndCannotBlock()
    {
        var sha = repository.Write("a.txt", "x\n").Commit();
        repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n").Write("new.env", $"B={Planted.GitHubToken}\n").Commit();

        var run = Run(sha);

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("bootstrap", Case.Insensitive);
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

    private GatesOutput Run(string baseSha)
    {
        job.Write("event.json", JsonSerializer.Serialize(new { pull_request = new { @base = new { sha = baseSha } } }));
        job.Write("summary", "");
        job.Write("output", "");
        return GatesProcess.Run(repository.Path, ["run"], new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_EVENT_NAME"] = "pull_request",
            ["GITHUB_EVENT_PATH"] = Path.Combine(job.Path, "event.json"),
            ["GITHUB_STEP_SUMMARY"] = Path.Combine(job.Path, "summary"),
            ["GITHUB_OUTPUT"] = Path.Combine(job.Path, "output"),
            ["GITHUB_WORKSPACE"] = repository.Path,
        });
    }

    private JsonDocument Results() => JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Path, ".gates/out/results.json")));

    private IEnumerable<string> States()
    {
        using var results = Results();
        return [.. results.RootElement.GetProperty("gates").EnumerateArray().SelectMany(gate => gate.GetProperty("findings").EnumerateArray())
            .Select(finding => $"{finding.GetProperty("location").GetProperty("path").GetString()} {finding.GetProperty("state").GetString()}")];
    }
}
