using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>A token that was pushed in any commit has leaked, also when a later one deletes it.</summary>
public sealed class HistoryStories : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly TempFolder job = new();

    public void Dispose()
    {
        repository.Dispose();
        job.Dispose();
    }

    [Fact]
    public void TokenAddedAndDeletedInAPullRequest_FailsAndNamesCommitFileLineAndWhatHelps()
    {
        var sha = repository.Write("a.txt", "a\n").Commit();
        var added = Leak();

        var run = Run(sha);

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain($"in conf/n.env, line 2, was added in commit {added[..7]} and is no longer in the tip.");
        run.Output.ShouldContain("Rotate it; deleting does not help.");
        run.Output.ShouldContain("--reason 'rotated on …'");
        run.Output.ShouldNotContain("file=conf/n.env");
        run.ToString().ShouldNotContain(Planted.GitHubToken);
        using var results = Results(repository.Path);
        var finding = Findings(results).ShouldHaveSingleItem();
        finding.GetProperty("state").GetString().ShouldBe("new");
        finding.GetProperty("location").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe($$"""{"path":"conf/n.env","line":null,"endLine":null,"column":null,"endColumn":null,"commit":"{{added}}"}""");
        Directory.GetFiles(Path.Combine(repository.Path, ".gates"), "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains(Planted.GitHubToken, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void RewrittenBranch_Passes()
    {
        var sha = repository.Write("a.txt", "a\n").Commit();
        Leak();
        Run(sha).ExitCode.ShouldBe(1);

        repository.Git("reset", "-q", "--hard", sha);
        repository.Write("b.txt", "b\n").Commit();

        var run = Run(sha);
        run.ExitCode.ShouldBe(0, run.ToString());
    }

    [Fact]
    public void WaiverThatStatesTheRotation_ClearsItAndHoldsAfterARebase()
    {
        var sha = repository.Write("a.txt", "a\n").Commit();
        Leak();
        string[] desk = ["run", "--base", sha, "--no-sign"];
        GatesProcess.Run(repository.Path, desk).ExitCode.ShouldBe(1);
        using var results = Results(repository.Path);
        var print = Findings(results).ShouldHaveSingleItem().GetProperty("fingerprint").GetString()!;

        var copied = GatesProcess.Run(repository.Path, ["waive", print, "--reason", "rotated on …", "--owner", "@acme/shop", "--expires", "2099-01-31"]);
        copied.ExitCode.ShouldBe(2, copied.ToString());
        var waived = GatesProcess.Run(
            repository.Path, ["waive", print, "--reason", "rotated on 2026-11-30", "--owner", "@acme/shop", "--expires", InAMonth()]);
        waived.ExitCode.ShouldBe(0, waived.ToString());

        var after = GatesProcess.Run(repository.Path, desk);
        after.ExitCode.ShouldBe(0, after.ToString());
        repository.Commit("waiver");
        repository.Git("rebase", "-q", "--force-rebase", "--exec", "git commit -q --amend -m other --date 2001-01-01T00:00:00Z", sha);
        GatesProcess.Run(repository.Path, desk).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void FullHistory_CountsWhatWasThereBeforeAsExisting()
    {
        repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { with: { history: full } }\n").Commit();
        Leak();
        var sha = repository.Write("old.env", $"B={Planted.GitHubToken[..^4]}4oTi\n# {Planted.GitHubToken}\n").Commit();
        repository.Delete("old.env").Commit();

        var run = Run(sha);

        run.ExitCode.ShouldBe(0, run.ToString());
        using (var results = Results(repository.Path))
        {
            Findings(results).ShouldNotBeEmpty();
            Findings(results).ShouldAllBe(finding => finding.GetProperty("state").GetString() == "existing");
        }

        GatesProcess.Run(repository.Path, ["run", "--no-sign"]).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void ShallowClone_FetchesTheCommitsOrCannotBeEvaluated()
    {
        var sha = repository.Write("a.txt", "a\n").Commit();
        Leak();
        repository.Write("b.txt", "b\n").Commit();
        using var folder = new TempFolder();
        foreach (var clone in (string[])["one", "two"])
        {
            TempRepository.Run(folder.Path, "clone", "-q", "--depth=1", "file://" + repository.Path, clone);
            TempRepository.Run(Path.Combine(folder.Path, clone), "fetch", "-q", "--depth=1", "origin", sha);
        }

        TempRepository.Run(Path.Combine(folder.Path, "two"), "remote", "remove", "origin");

        var fetched = GatesProcess.Run(Path.Combine(folder.Path, "one"), ["run", "--base", sha, "--no-sign"]);
        var alone = Run(sha, Path.Combine(folder.Path, "two"));

        fetched.ExitCode.ShouldBe(1, fetched.ToString());
        fetched.Output.ShouldContain("is no longer in the tip");
        alone.ExitCode.ShouldBe(3, alone.ToString());
        alone.Output.ShouldContain("fetch-depth: 0");
    }

    /// <summary>Adds a token, and deletes it.</summary>
    /// <returns>The commit that has it.</returns>
    private string Leak()
    {
        var added = repository.Write("conf/n.env", $"one\nTOKEN={Planted.GitHubToken}\n").Commit("add");
        repository.Delete("conf/n.env").Commit("delete");
        return added;
    }

    private static string InAMonth() => TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private GatesOutput Run(string baseSha, string? folder = null) => GatesProcess.Run(
        folder ?? repository.Path,
        ["run"],
        JobVariables.Event(job, "pull_request", JobVariables.Against(baseSha), ("GITHUB_WORKSPACE", folder ?? repository.Path)));

    private static JsonDocument Results(string folder) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, ".gates/out/results.json")));

    private static JsonElement[] Findings(JsonDocument results) =>
        [.. results.RootElement.GetProperty("gates").EnumerateArray().SelectMany(gate => gate.GetProperty("findings").EnumerateArray())];
}
