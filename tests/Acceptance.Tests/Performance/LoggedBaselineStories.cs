using System.Globalization;
using System.Text.Json;
using Gates.Attestation.Branch;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Performance;

/// <summary>Every night the main branch is measured and the runs go onto the evidence branch; pull requests are compared with them.</summary>
public sealed class LoggedBaselineStories : IDisposable
{
    private readonly MeasuredRepository measured = new();

    [Fact]
    public void SlowerPullRequest_IsStoppedByTheRunsOfTheNight()
    {
        var commit = measured.Night(1, 1, 1);
        measured.PullRequest(1.3, 1.3, 1.3);

        var run = measured.Judge();

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldMatch($@"3\d % above the baseline's .* The baseline is of commit {commit[..12]}, logged less than an hour ago and signed by the key {measured.KeyId()[..12].Replace("+", "\\+", StringComparison.Ordinal)}\.");
        using var evidence = JsonDocument.Parse(File.ReadAllText(Path.Combine(measured.Clone, ".gates/out/evidence/perf-budget.json")));
        var baseline = evidence.RootElement.GetProperty("facts").GetProperty("baseline").EnumerateArray().ToList();
        baseline.Select(one =>
            one.GetProperty("path").GetString()).ShouldBe(["evidence:load/run-1.json.gz", "evidence:load/run-2.json.gz", "evidence:load/run-3.json.gz"]);
        var origin = baseline[0].GetProperty("origin");
        origin.GetProperty("commit").GetString().ShouldBe(commit);
        origin.GetProperty("key").GetString().ShouldBe(measured.KeyId());
        origin.GetProperty("statement").GetString()!.ShouldStartWith("audit/");
        TempRepository.Run(measured.Clone, "rev-list", "--count", "HEAD").ShouldBe("1", "the clone stays as shallow as it was");
    }

    [Fact]
    public void PullRequest_OnANoisyMachine_IsNotStopped()
    {
        measured.Night(1, 1.3, 0.8);
        measured.PullRequest(1.35, 0.9, 1.2);

        var run = measured.Judge();

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldMatch("Inconclusive: .* That can be chance\\. .* The baseline is of commit ");
    }

    [Fact]
    public void Night_MeasuredAgain_TheLastRunsCount()
    {
        measured.Night(3, 3, 3);
        measured.Night(1, 1, 1);
        measured.PullRequest(1.3, 1.3, 1.3);

        measured.Judge().ExitCode.ShouldBe(1);
    }

    [Fact]
    public void EarlierNights_SayHowMuchRunsDifferAndMakeATrend()
    {
        measured.Night(1.02, 0.98, 1);
        measured.Main.Write("more.txt", "x");
        measured.Push("main");
        measured.Night(1, 1.01, 0.99);
        measured.PullRequest(1.3, 1.31, 1.29);

        var run = measured.Judge();

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("and how much 3 earlier runs differed");
        File.ReadAllText(Path.Combine(measured.Clone, ".gates/out/summary.md")).ShouldContain("the last 6 runs and now");
    }

    [Fact]
    public void ResultOfARun_IsJudgedAgainWithoutTheBranch()
    {
        measured.Night(1, 1, 1);
        MeasuredRepository.Runs(measured.Main.Path, 10, 1.3, 1.3, 1.3);
        var run = measured.Gates("run", "--key", measured.Key("evidence"));
        run.ExitCode.ShouldBe(1, run.ToString());
        measured.Main.Git("remote", "remove", "origin");
        Directory.Delete(Path.Combine(measured.Main.Path, ".git", "gates-evidence"), recursive: true);

        var verified = measured.Gates("verify", ".gates/out", "--rejudge");

        verified.ExitCode.ShouldBe(0, verified.ToString());
        verified.Output.ShouldContain("judged again: 1 the same");
    }

    [Fact]
    public void File_ExchangedOnTheBranch_IsRefusedByName()
    {
        measured.Night(1, 1, 1);
        measured.OnTheBranch(folder =>
        {
            var file = Directory.GetFiles(folder, "*-load-*.file", SearchOption.AllDirectories)[0];
            File.WriteAllText(file, "{}");
        });
        measured.PullRequest(1.3, 1.3, 1.3);

        var run = measured.Judge();

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldMatch($@"load/run-\d\.json\.gz on {MeasuredRepository.Branch} \(audit/.*\.json\): the SHA-256 of audit/.*\.file is [0-9a-f]{{64}}; its signed statement says [0-9a-f]{{64}}");
    }

    /// <summary>Whoever can push to the branch still has neither key.</summary>
    [Fact]
    public void Statement_PushedBesideTheLog_IsRefusedByName()
    {
        var commit = measured.Night(1, 1, 1);
        using var stranger = new TempRepository();
        stranger.Write("a", "a").Commit();
        GatesProcess.Run(stranger.Path, ["keys", "new"]).ExitCode.ShouldBe(0);
        LoadTest.Write(Path.Combine(stranger.Path, "run-1.json.gz"), LoadTest.Durations(1, 9));
        GatesProcess.Run(
            stranger.Path,
            [
                "evidence",
                "add",
                "run-1.json.gz",
                "--type",
                "load",
                "--key",
                measured.Key("evidence", stranger.Path),
                "--log-key",
                measured.Key("log", stranger.Path),
                "--origin",
                "example.com/x"
            ]).ExitCode.ShouldBe(0);
        var bundle = File.ReadAllText(Directory.GetFiles(Path.Combine(stranger.Path, ".gates/evidence/bundles"), "*.sigstore.json").Single());
        var payload = JsonDocument.Parse(bundle).RootElement.GetProperty("dsseEnvelope").GetProperty("payload").GetString()!;
        var claimed = System.Text.Encoding.UTF8
            .GetString(Convert.FromBase64String(payload))
            .Replace(stranger.Git("rev-parse", "HEAD"), commit, StringComparison.Ordinal);
        var forged = bundle.Replace(payload, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(claimed)), StringComparison.Ordinal);
        measured.OnTheBranch(folder =>
        {
            var day = Directory.CreateDirectory(Path.Combine(folder, "audit", MeasuredRepository.Branch[^4..], "12", "31"));
            File.WriteAllText(Path.Combine(day.FullName, $"{MeasuredRepository.Branch[^4..]}1231T235959Z-load-0123456789abcdef-0123456789abcdef.json"), forged);
        });
        measured.PullRequest(1, 1, 1);

        var run = measured.Judge();

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain("-load-0123456789abcdef-0123456789abcdef.json): is not in the log, so it was not put there by `gates evidence add`");
    }

    [Fact]
    public void RunLoggedByItsDigestOnly_IsNamed()
    {
        MeasuredRepository.Runs(measured.Main.Path, 1, 1, 1);
        measured.Add("--digest-only");
        measured.PullRequest(1, 1, 1);

        var run = measured.Judge();

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain("only its digest was logged, so there is nothing to read. Files above 5 MiB are not kept");
    }

    [Fact]
    public void NoBaseline_SaysWhy()
    {
        measured.PullRequest(1, 1, 1);
        measured.Judge().Output.ShouldContain($"Inconclusive: nothing was compared, because there is no baseline: evidence:load/run-*.json.gz: origin has no branch {MeasuredRepository.Branch} yet; `gates evidence add` begins it.");

        measured.Main.Write("report.sarif", """{"version":"2.1.0","runs":[]}""");
        measured.Gates(
            "evidence",
            "add",
            "report.sarif",
            "--type",
            "sarif",
            "--key",
            measured.Key("evidence"),
            "--log-key",
            measured.Key("log")).ExitCode.ShouldBe(0);
        measured.Judge().Output.ShouldContain($"evidence:load/run-*.json.gz: {MeasuredRepository.Branch} has no file of type load; it has sarif.");

        measured.Main.Git("checkout", "-q", "-b", "elsewhere");
        measured.Main.Write("elsewhere.txt", "x").Commit();
        LoadTest.Write(Path.Combine(measured.Main.Path, "k6/other.json.gz"), LoadTest.Durations(1, 1));
        measured.Add();
        measured.Judge().Output.ShouldContain($"no load file on {MeasuredRepository.Branch} has such a name; the newest are other.json.gz.");

        measured.Night(1, 1, 1);
        var last = measured.Judge();
        last.Output.ShouldContain($"the commits that were measured, such as {measured.Main.Git("rev-parse", "HEAD")[..12]}, are not ");
        last.ExitCode.ShouldBe(0, "inconclusive: warn is the default");
    }

    [Fact]
    public async Task RunsOfLastYear_CountUntilThisYearHasSome()
    {
        var commit = measured.Night(1, 1);
        var time = new ManualTime();
        time.Advance(TimeProvider.System.GetUtcNow().AddYears(1) - DateTimeOffset.UnixEpoch);
        var clone = await GitRepository.FindAsync(measured.Main.Info, token: null, CancellationToken.None);
        var search = new EvidenceSearch(clone!, token: null, time) { From = commit };

        var found = await search.FindAsync("load", name => name == "run-2.json.gz", 0, CancellationToken.None);

        found.Files.ShouldHaveSingleItem().Age.TotalDays.ShouldBe(365, 1.1);
        (await Should.ThrowAsync<UsageException>(() => search.FindAsync("laod", _ => true, 0, CancellationToken.None))).Message
            .ShouldBe("\"laod\" is not a type of evidence; did you mean \"load\"? valid: sarif, sbom, tests, coverage, load, drill, secrets, vex, provenance, compliance, override, archive");
    }

    [Fact]
    public void BaseWithoutKeyring_IsAnError()
    {
        measured.Night(1, 1, 1);
        measured.Main.Git("rm", "-q", ".github/gates-keyring.json");
        measured.Push("main");
        measured.PullRequest(1, 1, 1);

        var run = measured.Judge();

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain("has no .github/gates-keyring.json; `gates keys new` makes it");
    }

    public void Dispose() => measured.Dispose();
}
