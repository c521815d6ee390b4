using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>What failed on a branch does not become old news with the next push.</summary>
public sealed class PushStories : IDisposable
{
    private static readonly string Zeros = new('0', 40);

    private readonly TempRepository repository = new();
    private readonly TempFolder job = new();
    private readonly GitHttpBackend http;

    public PushStories()
    {
        http = new GitHttpBackend(Path.GetDirectoryName(repository.Path)!);
        repository.Write("a.txt", "x\n").Commit();
        foreach (var use in (string[])["evidence", "log"])
        {
            GatesProcess.Run(repository.Path, ["keys", "new", "--use", use]).ExitCode.ShouldBe(0);
        }
    }

    public void Dispose()
    {
        http.Dispose();
        repository.Dispose();
        job.Dispose();
    }

    [Fact]
    public void BaseOfAPush_IsTheLastCommitWhoseSignedDecisionPassed_UntilTheFailureIsMended()
    {
        var clean = repository.Write("b.txt", "x\n").Commit();
        Push(Zeros).ExitCode.ShouldBe(0);
        Publish();
        var broken = repository.Write("new.env", $"B={Planted.GitHubToken}\n").Commit();
        Push(clean).ExitCode.ShouldBe(1);
        Publish();

        var next = repository.Write("b.txt", "y\n").Commit();
        var again = Push(broken);

        again.ExitCode.ShouldBe(1, again.ToString());
        again.Output.ShouldContain($"Compared with {clean[..8]}, the last commit whose signed decision passed.");

        // A second decision of the broken commit, with less judged, is no pass; nor is one that nobody known signed.
        repository.Git("checkout", "-q", broken);
        Push(clean, [], "--set", "dlp-scan.mode=off").ExitCode.ShouldBe(0);
        Publish();
        repository.Git("checkout", "-q", next);
        var rogue = RogueKey();
        Push(broken, [], "--set", "dlp-scan.mode=off", "--key", rogue.Private).ExitCode.ShouldBe(0);
        Publish("--trust", rogue.Public);
        repository.Git("checkout", "-q", "main");
        repository.Write("b.txt", "z\n").Commit();
        // To take the keyring away does not take away what was signed.
        repository.Delete(".github/gates-keyring.json");
        Push(next).Output.ShouldContain($"Compared with {clean[..8]}, the last commit");
        repository.Git("checkout", "-q", ".github/gates-keyring.json");

        InAShallowClone(next).Output.ShouldContain($"Compared with {clean[..8]}, the last commit whose signed decision passed.");

        // To delete it is not to mend it: it was pushed.
        repository.Delete("new.env").Commit();
        Push(next).Output.ShouldContain("Rotate it; deleting does not help.");
        string[] rotated = ["waive", "--gate", "dlp-scan", "--rule", "github-personal-token", "--path", "new.env", "--reason", "rotated on 2026-11-30"];
        var inAMonth = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var waived = GatesProcess.Run(repository.Path, [.. rotated, "--owner", "@acme/shop", "--expires", inAMonth]);
        waived.ExitCode.ShouldBe(0, waived.ToString());
        repository.Commit();
        Push(next).ExitCode.ShouldBe(0);
        Publish();
        var mended = repository.Git("rev-parse", "HEAD");
        repository.Write("b.txt", "w\n").Commit();
        Push(mended).Output.ShouldContain($"Compared with {mended[..8]}, the last commit whose signed decision passed.");
    }

    [Fact]
    public void PushWithoutAnyDecision_SaysWhatItIsComparedWith()
    {
        var before = repository.Write("old.env", $"A={Planted.GitHubToken}\n").Commit();
        repository.Write("b.txt", "x\n").Commit();

        var plain = Push(before);
        plain.ExitCode.ShouldBe(0, plain.ToString());
        plain.Output.ShouldContain($"Compared with {before[..8]}, the commit before this push.");

        var forced = Push(before, new Dictionary<string, object>(StringComparer.Ordinal) { ["forced"] = true });
        forced.ExitCode.ShouldBe(1, forced.ToString());
        forced.Output.ShouldContain("Every finding counts: this push replaced commits, so what was there before it is no base.");

        var made = Push(Zeros);
        made.ExitCode.ShouldBe(1, made.ToString());
        made.Output.ShouldContain("Every finding counts: this push made the branch, so there is nothing to compare with.");

        var gone = Push(new string('b', 40));
        gone.ExitCode.ShouldBe(1, gone.ToString());
        gone.Output.ShouldContain("Every finding counts, not only those of this push: ");
    }

    private GatesOutput Push(string before, Dictionary<string, object>? more = null, params IReadOnlyList<string> options) =>
        Run(repository.Path, before, more, options);

    private GatesOutput Run(string folder, string before, Dictionary<string, object>? more, IReadOnlyList<string> options)
    {
        var payload = new Dictionary<string, object>(more ?? [], StringComparer.Ordinal) { ["ref"] = "refs/heads/main", ["before"] = before };
        var key = options.Contains("--key") ? "" : File.ReadAllText(Key(repository.Path, "evidence"));
        return GatesProcess.Run(folder, ["run", .. options], JobVariables.Event(job, "push", payload, ("GATES_EVIDENCE_KEY", key)));
    }

    /// <summary>As actions/checkout leaves it.</summary>
    private GatesOutput InAShallowClone(string before)
    {
        repository.Git("config", "uploadpack.allowAnySHA1InWant", "true");
        repository.Git("config", "uploadpack.allowFilter", "true");
        var clone = Path.Combine(job.Path, "clone");
        TempRepository.Run(
            job.Path,
            "clone",
            "-q",
            "--depth=1",
            "--single-branch",
            "--branch=main",
            $"{http.Address}/{Path.GetFileName(repository.Path)}/.git",
            clone);
        return Run(clone, before, null, []);
    }

    private void Publish(params IReadOnlyList<string> options)
    {
        var published = GatesProcess.Run(
            repository.Path,
            ["publish", "--evidence-only", "--remote", ".", "--log-key", Key(repository.Path, "log"), .. options]);
        published.ExitCode.ShouldBe(0, published.ToString());
    }

    private (string Private, string Public) RogueKey()
    {
        using var elsewhere = new TempRepository();
        elsewhere.Write("a.txt", "x\n").Commit();
        GatesProcess.Run(elsewhere.Path, ["keys", "new", "--use", "evidence"]).ExitCode.ShouldBe(0);
        var secret = job.Write("rogue.pem", File.ReadAllText(Key(elsewhere.Path, "evidence")));
        return (secret, job.Write(
            "rogue.pub",
            File.ReadAllText(Directory.GetFiles(Path.Combine(elsewhere.Path, ".github/gates-keys"), "evidence-*").Single())));
    }

    private static string Key(string folder, string use) => Directory.GetFiles(Path.Combine(folder, ".gates/keys"), $"{use}-*").Single();
}
