using System.Globalization;
using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Performance;

/// <summary>Every night the main branch is measured and the runs go onto the evidence branch; pull requests are compared with them.</summary>
public sealed class LoggedBaselineStories : IDisposable
{
    private static readonly string Branch = string.Create(CultureInfo.InvariantCulture, $"gates-evidence/{TimeProvider.System.GetUtcNow().Year}");

    private readonly TempRepository repository = new();
    private readonly TempFolder remote = new();
    private readonly TempFolder job = new();

    public LoggedBaselineStories()
    {
        TempRepository.Run(remote.Path, "init", "-q", "--bare", "-b", "main");
        repository.Git("remote", "add", "origin", "file://" + remote.Path);
        repository.Write(".gitignore", "/k6/\n").Write(".github/gates.yml", """
            version: 1
            gates:
              perf-budget: { with: { current: ["k6/run-*.json.gz"], baseline: ["evidence:load/run-*.json.gz"] } }
            """);
        Gates("keys", "new", "--log-name", "example.com/acme/app").ExitCode.ShouldBe(0);
        Push("main");
    }

    [Fact]
    public void SlowerPullRequest_IsStoppedByTheRunsOfTheNight()
    {
        var measured = Night(1, 1, 1);
        PullRequest(1.3, 1.3, 1.3);

        var run = Judge();

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldMatch($@"3\d % above the baseline's .* The baseline is of commit {measured[..12]}, logged less than an hour ago and signed by the key {KeyId()[..12].Replace("+", "\\+", StringComparison.Ordinal)}\.");
        using var evidence = JsonDocument.Parse(File.ReadAllText(Path.Combine(Clone, ".gates/out/evidence/perf-budget.json")));
        var baseline = evidence.RootElement.GetProperty("facts").GetProperty("baseline").EnumerateArray().ToList();
        baseline.Select(one => one.GetProperty("path").GetString()).ShouldBe(["evidence:load/run-1.json.gz", "evidence:load/run-2.json.gz", "evidence:load/run-3.json.gz"]);
        var origin = baseline[0].GetProperty("origin");
        origin.GetProperty("commit").GetString().ShouldBe(measured);
        origin.GetProperty("key").GetString().ShouldBe(KeyId());
        origin.GetProperty("statement").GetString()!.ShouldStartWith("audit/");
        TempRepository.Run(Clone, "rev-list", "--count", "HEAD").ShouldBe("1", "the clone stays as shallow as it was");
    }

    [Fact]
    public void PullRequest_OnANoisyMachine_IsNotStopped()
    {
        Night(1, 1.3, 0.8);
        PullRequest(1.35, 0.9, 1.2);

        var run = Judge();

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldMatch("Inconclusive: .* That can be chance\\. .* The baseline is of commit ");
    }

    [Fact]
    public void Night_MeasuredAgain_TheLastRunsCount()
    {
        Night(3, 3, 3);
        Night(1, 1, 1);
        PullRequest(1.3, 1.3, 1.3);

        Judge().ExitCode.ShouldBe(1);
    }

    [Fact]
    public void ResultOfARun_IsJudgedAgainWithoutTheBranch()
    {
        Night(1, 1, 1);
        Runs(repository.Path, 10, 1.3, 1.3, 1.3);
        var run = Gates("run", "--key", Key("evidence"));
        run.ExitCode.ShouldBe(1, run.ToString());
        remote.Info.Delete(recursive: true);
        Directory.Delete(Path.Combine(repository.Path, ".git", "gates-evidence"), recursive: true);

        var verified = Gates("verify", ".gates/out", "--rejudge");

        verified.ExitCode.ShouldBe(0, verified.ToString());
        verified.Output.ShouldContain("judged again: 1 the same");
        remote.Info.Create();
    }

    [Fact]
    public void File_ExchangedOnTheBranch_IsRefusedByName()
    {
        Night(1, 1, 1);
        OnTheBranch(folder =>
        {
            var file = Directory.GetFiles(folder, "*-load-*.file", SearchOption.AllDirectories)[0];
            File.WriteAllText(file, "{}");
        });
        PullRequest(1.3, 1.3, 1.3);

        var run = Judge();

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldMatch($@"load/run-\d\.json\.gz on {Branch} \(audit/.*\.json\): the SHA-256 of audit/.*\.file is [0-9a-f]{{64}}; its signed statement says [0-9a-f]{{64}}");
    }

    /// <summary>Whoever can push to the branch still has neither key.</summary>
    [Fact]
    public void Statement_PushedBesideTheLog_IsRefusedByName()
    {
        var commit = Night(1, 1, 1);
        using var stranger = new TempRepository();
        stranger.Write("a", "a").Commit();
        GatesProcess.Run(stranger.Path, ["keys", "new"]).ExitCode.ShouldBe(0);
        LoadTest.Write(Path.Combine(stranger.Path, "run-1.json.gz"), LoadTest.Durations(1, 9));
        GatesProcess.Run(stranger.Path, ["evidence", "add", "run-1.json.gz", "--type", "load", "--key", Key("evidence", stranger.Path), "--log-key", Key("log", stranger.Path), "--origin", "example.com/x"]).ExitCode.ShouldBe(0);
        var bundle = File.ReadAllText(Directory.GetFiles(Path.Combine(stranger.Path, ".gates/out/bundles"), "*.sigstore.json").Single());
        var payload = JsonDocument.Parse(bundle).RootElement.GetProperty("dsseEnvelope").GetProperty("payload").GetString()!;
        var claimed = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(payload)).Replace(stranger.Git("rev-parse", "HEAD"), commit, StringComparison.Ordinal);
        var forged = bundle.Replace(payload, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(claimed)), StringComparison.Ordinal);
        OnTheBranch(folder => File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"audit/{Branch[^4..]}/{Branch[^4..]}1231T235959Z-load-0123456789abcdef-0123456789abcdef.json")), forged));
        PullRequest(1, 1, 1);

        var run = Judge();

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain("-load-0123456789abcdef-0123456789abcdef.json): is not in the log, so it was not put there by `gates evidence add`");
    }

    [Fact]
    public void RunLoggedByItsDigestOnly_IsNamed()
    {
        Runs(repository.Path, 1, 1, 1);
        Add("--digest-only");
        PullRequest(1, 1, 1);

        var run = Judge();

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain("only its digest was logged, so there is nothing to read. Files above 5 MiB are not kept");
    }

    [Fact]
    public void NoBaseline_SaysWhy()
    {
        PullRequest(1, 1, 1);
        Judge().Output.ShouldContain($"Inconclusive: nothing was compared, because there is no baseline: evidence:load/run-*.json.gz: origin has no branch {Branch} yet; `gates evidence add` begins it.");

        repository.Write("report.sarif", "{}");
        Gates("evidence", "add", "report.sarif", "--type", "sarif", "--key", Key("evidence"), "--log-key", Key("log")).ExitCode.ShouldBe(0);
        Judge().Output.ShouldContain($"evidence:load/run-*.json.gz: {Branch} has no file of type load; it has sarif.");

        repository.Git("checkout", "-q", "-b", "elsewhere");
        repository.Write("elsewhere.txt", "x").Commit();
        LoadTest.Write(Path.Combine(repository.Path, "k6/other.json.gz"), LoadTest.Durations(1, 1));
        Add();
        Judge().Output.ShouldContain($"no load file on {Branch} has such a name; the newest are other.json.gz.");

        Night(1, 1, 1);
        var last = Judge();
        last.Output.ShouldContain($"the commits that were measured, such as {repository.Git("rev-parse", "HEAD")[..12]}, are not ");
        last.ExitCode.ShouldBe(0, "inconclusive: warn is the default");
    }

    [Fact]
    public void BaseWithoutKeyring_IsAnError()
    {
        Night(1, 1, 1);
        repository.Git("rm", "-q", ".github/gates-keyring.json");
        Push("main");
        PullRequest(1, 1, 1);

        var run = Judge();

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain("has no .github/gates-keyring.json; `gates keys new` makes it");
    }

    public void Dispose()
    {
        repository.Dispose();
        remote.Dispose();
        job.Dispose();
    }

    private string Clone => Path.Combine(job.Path, "clone");

    /// <summary>Measures the branch as it is.</summary>
    /// <returns>The commit that was measured.</returns>
    private string Night(params double[] factors)
    {
        var commit = repository.Git("rev-parse", "HEAD");
        Runs(repository.Path, 20, factors);
        Add();
        return commit;
    }

    private void Add(params string[] more)
    {
        var files = Directory.GetFiles(Path.Combine(repository.Path, "k6")).Order(StringComparer.Ordinal);
        var added = Gates(["evidence", "add", .. files, "--type", "load", "--key", Key("evidence"), "--log-key", Key("log"), .. more]);
        added.ExitCode.ShouldBe(0, added.ToString());
    }

    /// <summary>Two more changes on the main branch, and then a pull request, checked out as shallow as jobs have it.</summary>
    private void PullRequest(params double[] factors)
    {
        repository.Git("checkout", "-q", "main");
        repository.Write("one.txt", "x").Commit();
        repository.Write("two.txt", "x");
        Push("main");
        var baseSha = repository.Git("rev-parse", "HEAD");
        repository.Git("checkout", "-q", "-b", "topic");
        repository.Write("topic.txt", "x");
        Push("topic");
        TempRepository.Run(job.Path, "clone", "-q", "--depth=1", "--branch=topic", "file://" + remote.Path, "clone");
        TempRepository.Run(Clone, "fetch", "-q", "--depth=1", "origin", baseSha);
        Runs(Clone, 10, factors);
        job.Write("event.json", JsonSerializer.Serialize(new { pull_request = new { @base = new { sha = baseSha } } }));
        job.Write("summary", "");
        job.Write("output", "");
    }

    private void Push(string branch)
    {
        repository.Commit();
        repository.Git("push", "-q", "origin", branch);
    }

    private static void Runs(string folder, uint seed, params double[] factors)
    {
        foreach (var (i, factor) in factors.Index())
        {
            LoadTest.Write(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"k6/run-{i + 1}.json.gz")), LoadTest.Durations(seed + (uint)i, factor));
        }
    }

    private void OnTheBranch(Action<string> edit)
    {
        TempRepository.Run(job.Path, "clone", "-q", "--branch", Branch, "file://" + remote.Path, "evidence");
        edit(Path.Combine(job.Path, "evidence"));
        TempRepository.Run(Path.Combine(job.Path, "evidence"), "add", "-A");
        TempRepository.Run(Path.Combine(job.Path, "evidence"), "commit", "-q", "-m", "edit");
        TempRepository.Run(Path.Combine(job.Path, "evidence"), "push", "-q", "origin", Branch);
    }

    private GatesOutput Judge() => GatesProcess.Run(Clone, ["run"], new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_EVENT_NAME"] = "pull_request",
        ["GITHUB_EVENT_PATH"] = Path.Combine(job.Path, "event.json"),
        ["GITHUB_STEP_SUMMARY"] = Path.Combine(job.Path, "summary"),
        ["GITHUB_OUTPUT"] = Path.Combine(job.Path, "output"),
        ["GITHUB_WORKSPACE"] = Clone,
    });

    private string Key(string use, string? folder = null) => Directory.GetFiles(Path.Combine(folder ?? repository.Path, ".gates/keys"), $"{use}-*.pem").ShouldHaveSingleItem();

    private string KeyId()
    {
        using var ring = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Path, ".github/gates-keyring.json")));
        return ring.RootElement.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("use").GetString() == "evidence").GetProperty("keyid").GetString()!;
    }

    private GatesOutput Gates(params string[] arguments) => GatesProcess.Run(repository.Path, arguments);
}
