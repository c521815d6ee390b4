using System.Collections.Concurrent;
using Gates.Doors.Git;
using Gates.Doors.Git.Diffs;
using Gates.Doors.Git.Objects;
using LibGit2Sharp;
using Support;
using Repository = LibGit2Sharp.Repository;
using TreeEntry = Gates.Doors.Git.Objects.TreeEntry;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>
/// Some generated histories that share a repository, because processes are slow. They share no commit; where the door would start a process for each, it is
/// asked about a commit that merges them all, and its answer is taken apart.
/// </summary>
internal sealed class Shelf : IDisposable
{
    private static readonly Signature Nobody = new("T", "t@example.invalid", DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));

    private readonly TempFolder folder = new();
    private readonly Dictionary<int, string> ids;
    private readonly ConcurrentDictionary<int, ILookup<string, TreeEntry>> listings = new();

    public Shelf(IReadOnlyList<History> histories)
    {
        Histories = histories;
        Witness.Ask(folder.Path, "init", "-q", "-b", "main");
        ids = Witness.Import(folder.Path, [.. histories.SelectMany(history => history.Stream)]);
        Oracle = OracleRepository.Open(folder.Path);
        Door = GitRepository.FindAsync(folder.Info, null, CancellationToken.None).GetAwaiter().GetResult()!;
        Objects = Door.OpenObjects();
    }

    public IReadOnlyList<History> Histories { get; }

    public string Path => folder.Path;

    public GitRepository Door { get; }

    /// <value>The door's objects, read by one process for all questions.</value>
    public GitObjects Objects { get; }

    /// <value>The door's blobs.</value>
    public IFileContents Contents => new CommittedContents(Objects);

    public Repository Oracle { get; }

    /// <summary>The id of a commit.</summary>
    /// <param name="history">One of these.</param>
    /// <param name="number">From 1.</param>
    public string Commit(History history, int number) => ids[(history.Seed * History.Marks) + number];

    /// <summary>The ids of a history's commits, oldest first.</summary>
    public IReadOnlyList<string> Commits(History history) => [.. Enumerable.Range(1, history.Commits).Select(number => Commit(history, number))];

    /// <summary>Those that have a commit of a number, and no name in it that is no UTF-8.</summary>
    public IEnumerable<History> With(int number) =>
        Histories.Where(history => number <= history.Commits && !OracleListing.IsOfBytes(Oracle, Commit(history, number)));

    /// <summary>A commit that merges one commit of each history, and has its files in a folder of its own.</summary>
    public string Merge(IEnumerable<(History History, int Number)> commits)
    {
        var files = new TreeDefinition();
        var parents = new List<Commit>();
        foreach (var (history, number) in commits)
        {
            var commit = Oracle.Lookup<Commit>(Commit(history, number));
            parents.Add(commit);
            files.Add(history.Name, commit.Tree);
        }

        return Oracle.ObjectDatabase.CreateCommit(Nobody, Nobody, "x", Oracle.ObjectDatabase.CreateTree(files), parents, prettifyMessage: false).Sha;
    }

    /// <summary>What the door lists of a commit.</summary>
    /// <param name="history">One of <see cref="With"/>.</param>
    /// <param name="number">From 1.</param>
    public IReadOnlyList<TreeEntry> List(History history, int number) => [.. listings.GetOrAdd(number, ListAll)[history.Name]];

    public void Dispose()
    {
        Objects.Dispose();
        Oracle.Dispose();
        folder.Dispose();
    }

    private ILookup<string, TreeEntry> ListAll(int number) =>
        TreeReader.Read(Objects, Merge(With(number).Select(history => (history, number))))
            .ToLookup(
                entry => entry.Path[..entry.Path.IndexOf('/', StringComparison.Ordinal)],
                entry => entry with { Path = entry.Path[(entry.Path.IndexOf('/', StringComparison.Ordinal) + 1)..] });
}
