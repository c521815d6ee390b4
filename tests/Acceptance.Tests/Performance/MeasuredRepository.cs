using System.Globalization;
using System.Text.Json;
using Shouldly;
using Support;

namespace Acceptance.Tests.Performance;

/// <summary>A repository whose main branch is measured at night, with its remote, and pull requests of it.</summary>
internal sealed class MeasuredRepository : IDisposable
{
    /// <value>Where the runs of the night are kept.</value>
    public static readonly string Branch = string.Create(CultureInfo.InvariantCulture, $"gates-evidence/{TimeProvider.System.GetUtcNow().Year}");

    private readonly TempFolder remote = new();
    private readonly TempFolder job = new();
    private readonly GitHttpBackend http;
    private Dictionary<string, string> variables = [];

    /// <value>Where its maintainers work.</value>
    public TempRepository Main { get; } = new();

    /// <value>The pull request as its job has checked it out.</value>
    public string Clone => Path.Combine(job.Path, "clone");

    public MeasuredRepository()
    {
        http = new GitHttpBackend(Path.GetDirectoryName(remote.Path)!);
        TempRepository.Run(remote.Path, "init", "-q", "--bare", "-b", "main");
        TempRepository.Run(remote.Path, "config", "uploadpack.allowFilter", "true");
        TempRepository.Run(remote.Path, "config", "uploadpack.allowAnySHA1InWant", "true");
        Main.Git("remote", "add", "origin", "file://" + remote.Path);
        Main.Write(".gitignore", "/k6/\n").Write(".github/gates.yml", """
            version: 1
            gates:
              perf-budget: { with: { current: ["k6/run-*.json.gz"], baseline: ["evidence:load/run-*.json.gz"] } }
            """);
        Gates("keys", "new", "--log-name", "example.com/acme/app").ExitCode.ShouldBe(0);
        Push("main");
    }

    public void Dispose()
    {
        Main.Dispose();
        http.Dispose();
        remote.Dispose();
        job.Dispose();
    }

    /// <summary>Measures the branch as it is.</summary>
    /// <returns>The commit that was measured.</returns>
    public string Night(params double[] factors)
    {
        var commit = Main.Git("rev-parse", "HEAD");
        Runs(Main.Path, 20, factors);
        Add();
        return commit;
    }

    /// <summary>Puts what is in <c>k6/</c> onto the evidence branch.</summary>
    public void Add(params string[] more)
    {
        var files = Directory.GetFiles(Path.Combine(Main.Path, "k6")).Order(StringComparer.Ordinal);
        var added = Gates(["evidence", "add", .. files, "--type", "load", "--key", Key("evidence"), "--log-key", Key("log"), .. more]);
        added.ExitCode.ShouldBe(0, added.ToString());
    }

    /// <summary>Two more changes on the main branch, and then a pull request, checked out as shallow as jobs have it.</summary>
    public void PullRequest(params double[] factors)
    {
        Main.Git("checkout", "-q", "main");
        Main.Write("one.txt", "x").Commit();
        Main.Write("two.txt", "x");
        Push("main");
        var baseSha = Main.Git("rev-parse", "HEAD");
        Main.Git("checkout", "-q", "-b", "topic");
        Main.Write("topic.txt", "x");
        Push("topic");
        TempRepository.Run(job.Path, "clone", "-q", "--depth=1", "--branch=topic", "file://" + remote.Path, "clone");
        TempRepository.Run(Clone, "fetch", "-q", "--depth=1", "origin", baseSha);
        TempRepository.Run(Clone, "remote", "set-url", "origin", http.Address + "/" + Path.GetFileName(remote.Path));
        Runs(Clone, 10, factors);
        (string, string)[] more = [("GITHUB_STEP_SUMMARY", job.Write("summary", "")), ("GITHUB_OUTPUT", job.Write("output", "")), ("GITHUB_WORKSPACE", Clone)];
        variables = JobVariables.PullRequest(job, baseSha, more);
    }

    public void Push(string branch)
    {
        Main.Commit();
        Main.Git("push", "-q", "origin", branch);
    }

    /// <summary>Runs of a load test: <c>k6/run-1.json.gz</c> and so on.</summary>
    public static void Runs(string folder, uint seed, params double[] factors)
    {
        foreach (var (i, factor) in factors.Index())
        {
            LoadTest.Write(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"k6/run-{i + 1}.json.gz")),
                LoadTest.Durations(seed + (uint)i, factor));
        }
    }

    /// <summary>Pushes an edit to the evidence branch, as whoever may write there can.</summary>
    public void OnTheBranch(Action<string> edit)
    {
        TempRepository.Run(job.Path, "clone", "-q", "--branch", Branch, "file://" + remote.Path, "evidence");
        edit(Path.Combine(job.Path, "evidence"));
        TempRepository.Run(Path.Combine(job.Path, "evidence"), "add", "-A");
        TempRepository.Run(Path.Combine(job.Path, "evidence"), "commit", "-q", "-m", "edit");
        TempRepository.Run(Path.Combine(job.Path, "evidence"), "push", "-q", "origin", Branch);
    }

    /// <summary>Runs the gates in the pull request's job.</summary>
    public GatesOutput Judge() => GatesProcess.Run(Clone, ["run"], variables);

    public string Key(string use, string? folder = null) =>
        Directory.GetFiles(Path.Combine(folder ?? Main.Path, ".gates/keys"), $"{use}-*.pem").ShouldHaveSingleItem();

    public string KeyId()
    {
        using var ring = JsonDocument.Parse(File.ReadAllText(Path.Combine(Main.Path, ".github/gates-keyring.json")));
        return ring.RootElement
            .GetProperty("keys")
            .EnumerateArray()
            .Single(key => key.GetProperty("use").GetString() == "evidence")
            .GetProperty("keyid")
            .GetString()!;
    }

    public GatesOutput Gates(params string[] arguments) => GatesProcess.Run(Main.Path, arguments);
}
