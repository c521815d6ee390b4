using Gates.Doors.Git;
using LibGit2Sharp;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>A checkout: what is tracked, changed and ignored.</summary>
[Collection(nameof(OracleOfCommits))]
public sealed class WorkingDirectoryOracleTests(GeneratedHistories histories)
{
    private const string Patterns = "*.log\n!keep.log\n/build\nout/\n**/deep/*.tmp\na/**/z\n\\#hash\n[ab]c\ntrailing\\ \n# comment\nfolder/*\n!folder/kept\n";

    [Fact]
    public async Task Checkouts_CleanAndEdited_AreWhatTheOracleSees()
    {
        var differences = new Differences(Known.SubmoduleThatIsNotHere);
        foreach (var shelf in histories.Shelves.Where((_, index) => index % 2 == 0))
        {
            var history = shelf.Histories.First(history => history.Commits > 5 && shelf.With(5).Contains(history) && shelf.With(1).Contains(history));
            using var folder = new TempFolder();
            var place = Path.Combine(folder.Path, "checkout");
            Witness.Ask(shelf.Path, "worktree", "add", "-q", "--detach", place, shelf.Commit(history, 5));
            using var oracle = OracleRepository.Open(place);
            var door = (await GitRepository.FindAsync(new DirectoryInfo(place), null, CancellationToken.None))!;

            var index = await door.IndexAsync(CancellationToken.None);
            Differences.Between(
                index.Select(entry => (entry.Path, entry.Mode)),
                oracle.Index.Select(entry => (entry.Path, Convert.ToString((int)entry.Mode, 8)))).ShouldBeEmpty(history.Name);
            (await door.IsModifiedAsync(CancellationToken.None)).ShouldBe(oracle.RetrieveStatus().IsDirty, history.Name);
            await CompareAsync(history, differences, door, oracle, shelf.Commit(history, 5));
            await CompareAsync(history, differences, door, oracle, shelf.Commit(history, 1));

            Edit(place, [.. index.Where(entry => entry.Mode == "100644").Select(entry => Path.Combine(place, entry.Path))]);
            (await door.IsModifiedAsync(CancellationToken.None)).ShouldBeTrue();
            await CompareAsync(history, differences, door, oracle, shelf.Commit(history, 5));
            await CompareAsync(history, differences, door, oracle, shelf.Commit(history, 1));
        }

        differences.AreTheKnownOnes();
    }

    [Fact]
    public async Task Ignored_IsWhatTheOracleIgnores()
    {
        using var folder = new TempFolder();
        Witness.Ask(folder.Path, "init", "-q");
        folder.Write(".gitignore", Patterns);
        folder.Write("sub/.gitignore", "*.txt\n!keep.txt\n");
        var door = (await GitRepository.FindAsync(folder.Info, null, CancellationToken.None))!;
        using var oracle = OracleRepository.Open(folder.Path);
        string[] paths =
        [
            "x.log", "keep.log", "sub/x.log", "build", "sub/build", "out/a", "a/deep/x.tmp", "deep/x.tmp", "a/z", "a/b/c/z", "#hash", "ac", "cc", "trailing ",
            "folder/x", "folder/kept", "sub/a.txt", "sub/keep.txt", "a.txt",
        ];
        foreach (var path in paths)
        {
            (await door.IgnoresAsync(path, CancellationToken.None)).ShouldBe(oracle.Ignore.IsPathIgnored(path), path);
        }
    }

    /// <summary>The attributes of a repository turn line ends in a checkout. Neither takes that for a change, and both see an edit.</summary>
    [Theory]
    [InlineData("* text eol=crlf\n")]
    [InlineData("*.txt text eol=crlf\n")]
    [InlineData("* -text\n")]
    public async Task LineEndsOfAttributes_AreNoChange(string attributes)
    {
        using var folder = new TempFolder();
        Witness.Ask(folder.Path, "init", "-q", "-b", "main");
        folder.Write(".gitattributes", attributes);
        folder.Write("a.txt", "1\n2\n3\n");
        Witness.Ask(folder.Path, "add", "-A");
        Witness.Ask(folder.Path, "commit", "-q", "-m", "x");
        File.Delete(Path.Combine(folder.Path, "a.txt"));
        Witness.Ask(folder.Path, "checkout", "-q", "-f");
        var end = attributes.Contains("crlf", StringComparison.Ordinal) ? "\r\n" : "\n";
        File.ReadAllText(Path.Combine(folder.Path, "a.txt")).ShouldBe($"1{end}2{end}3{end}");
        var door = (await GitRepository.FindAsync(folder.Info, null, CancellationToken.None))!;
        var head = (await door.HeadAsync(CancellationToken.None))!;
        using var oracle = OracleRepository.Open(folder.Path);

        (await door.ChangesSinceAsync(head, null, CancellationToken.None)).ShouldBeEmpty();
        ByOracle(oracle, head).ShouldBeEmpty();

        folder.Write("a.txt", $"1{end}new{end}2{end}3{end}");
        (await door.ChangesSinceAsync(head, null, CancellationToken.None)).ShouldHaveSingleItem().Added.Single().First.ShouldBe(2);
        ByOracle(oracle, head).ShouldBe(["a.txt"]);
    }

    /// <summary>One file each is edited, removed, made anew, and turned into a link.</summary>
    private static void Edit(string place, string[] files)
    {
        File.AppendAllText(files[0], "one line more\n");
        foreach (var path in files.Skip(1).Take(1))
        {
            File.Delete(path);
        }

        foreach (var path in files.Skip(2).Take(1))
        {
            File.Delete(path);
            File.CreateSymbolicLink(path, "nowhere");
        }

        File.WriteAllText(Path.Combine(place, "untracked file"), "x\n");
    }

    private static async Task CompareAsync(History history, Differences differences, GitRepository door, LibGit2Sharp.Repository oracle, string from)
    {
        var changes = await door.ChangesSinceAsync(from, null, CancellationToken.None);
        List<string> ours = [.. changes.SelectMany(change => new[] { change.OldPath, change.Path }).OfType<string>().Distinct()];
        var theirs = ByOracle(oracle, from);
        foreach (var path in ours.Except(theirs).Where(path => oracle.Index[path]?.Mode == Mode.GitLink).ToList())
        {
            Witness.Ask(door.Root, "diff", "--name-only", "-z", from).Split('\0').ShouldContain(path);
            differences.Meet(Known.SubmoduleThatIsNotHere);
            ours.Remove(path);
        }

        if (Differences.Between(ours, theirs) is { Count: > 0 } found)
        {
            history.Fail($"the working directory since {from}:\n{string.Join('\n', found)}");
        }
    }

    private static IReadOnlyList<string> ByOracle(LibGit2Sharp.Repository oracle, string from) =>
    [
        .. oracle.Diff.Compare<TreeChanges>(
            oracle.Lookup<Commit>(from).Tree,
            DiffTargets.WorkingDirectory,
            null,
            null,
            new CompareOptions { Similarity = SimilarityOptions.None })
            .Where(change => change.Status != ChangeKind.Ignored).Select(change => change.Path).Order(StringComparer.Ordinal),
    ];
}
