using Gates.Doors.Git;
using Gates.Formats.Foundation.Trees;
using LibGit2Sharp;
using Shouldly;
using Support;
using Xunit;
using IndexEntry = Gates.Formats.Foundation.Trees.IndexEntry;

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
            using var folder = new TempFolder();
            var (history, door) = await CheckOutAsync(shelf, folder);
            using var oracle = OracleRepository.Open(door.Root);
            var index = await door.IndexAsync(CancellationToken.None);
            CompareIndex(history, index, oracle);
            await CompareAllAsync();

            Edit(door.Root, FilesOf(index));
            (await door.IsModifiedAsync(CancellationToken.None)).ShouldBeTrue();
            await CompareAllAsync();

            async Task CompareAllAsync()
            {
                CompareState(history, await door.IsModifiedAsync(CancellationToken.None), oracle);
                foreach (var from in (string[])[shelf.Commit(history, 5), shelf.Commit(history, 1)])
                {
                    CompareChanges(history, from, door.Root, await door.ChangesSinceAsync(from, null, CancellationToken.None), oracle, differences);
                }
            }
        }

        differences.AreTheKnownOnes();
    }

    [Fact]
    public async Task APlantedFault_IsSeen()
    {
        var shelf = histories.Shelves[0];
        using var folder = new TempFolder();
        var (history, door) = await CheckOutAsync(shelf, folder);
        using var oracle = OracleRepository.Open(door.Root);
        var from = shelf.Commit(history, 5);
        var index = await door.IndexAsync(CancellationToken.None);
        IndexEntry[] rest = [.. index.Skip(1)];
        var madeUp = new ChangedFile("made up", null, Deleted: false, []);
        IsSeen("a tracked file is missing", () => CompareIndex(history, rest, oracle));
        IsSeen("a tracked file is there twice", () => CompareIndex(history, [index[0], .. index], oracle));
        IsSeen("another mode", () => CompareIndex(history, [index[0] with { Mode = "100640" }, .. rest], oracle));
        IsSeen("modified", () => CompareState(history, door: true, oracle));
        var none = await door.ChangesSinceAsync(from, null, CancellationToken.None);
        Compare(none);
        IsSeen("a change is made up", () => Compare([.. none, madeUp]));

        var edited = FilesOf(index)[0];
        Edit(door.Root, FilesOf(index));
        var changes = await door.ChangesSinceAsync(from, null, CancellationToken.None);
        Compare(changes);
        IsSeen("not modified", () => CompareState(history, door: false, oracle));
        IsSeen("a change is missing", () => Compare([.. changes.Where(change => change.Path != edited)]));
        IsSeen("another file", () => Compare([.. changes.Select(change => change.Path == edited ? madeUp : change)]));
        IsSeen("a change more", () => Compare([.. changes, madeUp]));

        void Compare(IReadOnlyList<ChangedFile> answer) =>
            CompareChanges(history, from, door.Root, answer, oracle, new Differences(Known.SubmoduleThatIsNotHere));
        void IsSeen(string fault, Action compare) => PlantedFault.IsSeen(history, fault, compare);
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

    private static async Task<(History History, GitRepository Door)> CheckOutAsync(Shelf shelf, TempFolder folder)
    {
        var history = shelf.With(5).First(history => history.Commits > 5 && shelf.With(1).Contains(history));
        var place = Path.Combine(folder.Path, "checkout");
        Witness.Ask(shelf.Path, "worktree", "add", "-q", "--detach", place, shelf.Commit(history, 5));
        return (history, (await GitRepository.FindAsync(new DirectoryInfo(place), null, CancellationToken.None))!);
    }

    private static string[] FilesOf(IReadOnlyList<IndexEntry> index) => [.. index.Where(entry => entry.Mode == "100644").Select(entry => entry.Path)];

    /// <summary>One file each is edited, removed, made anew, and turned into a link.</summary>
    private static void Edit(string place, string[] files)
    {
        File.AppendAllText(Path.Combine(place, files[0]), "one line more\n");
        foreach (var path in files.Skip(1).Take(1))
        {
            File.Delete(Path.Combine(place, path));
        }

        foreach (var path in files.Skip(2).Take(1).Select(path => Path.Combine(place, path)))
        {
            File.Delete(path);
            File.CreateSymbolicLink(path, "nowhere");
        }

        File.WriteAllText(Path.Combine(place, "untracked file"), "x\n");
    }

    private static void CompareIndex(History history, IReadOnlyList<IndexEntry> door, LibGit2Sharp.Repository oracle)
    {
        var theirs = oracle.Index.Select(entry => (entry.Path, Convert.ToString((int)entry.Mode, 8)));
        if (Differences.Between(door.Select(entry => (entry.Path, entry.Mode)), theirs) is { Count: > 0 } found)
        {
            history.Fail("what is tracked:\n" + string.Join('\n', found));
        }
    }

    private static void CompareState(History history, bool door, LibGit2Sharp.Repository oracle)
    {
        if (door != oracle.RetrieveStatus().IsDirty)
        {
            history.Fail($"the working directory is {(door ? "modified" : "clean")} for the door alone");
        }
    }

    private static void CompareChanges(
        History history, string from, string root, IReadOnlyList<ChangedFile> door, LibGit2Sharp.Repository oracle, Differences differences)
    {
        List<string> ours = [.. door.SelectMany(change => new[] { change.OldPath, change.Path }).OfType<string>().Distinct()];
        var theirs = ByOracle(oracle, from);
        foreach (var path in ours.Except(theirs).Where(path => oracle.Index[path]?.Mode == Mode.GitLink).ToList())
        {
            if (Witness.Ask(root, "diff", "--name-only", "-z", from).Split('\0').Contains(path))
            {
                differences.Meet(Known.SubmoduleThatIsNotHere);
                ours.Remove(path);
            }
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
