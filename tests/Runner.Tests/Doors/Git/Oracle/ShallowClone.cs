using Gates.Doors.Git;
using LibGit2Sharp;
using Support;
using Repository = LibGit2Sharp.Repository;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>A shelf, cloned to a depth, so that its histories end early.</summary>
internal sealed class ShallowClone : IDisposable
{
    private readonly TempFolder folder;
    private readonly Dictionary<string, HashSet<string>> reached = new(StringComparer.Ordinal);

    private ShallowClone(Shelf shelf, TempFolder folder, string place, GitRepository door, IReadOnlySet<string> ends)
    {
        this.folder = folder;
        Shelf = shelf;
        Oracle = OracleRepository.Open(place);
        Objects = door.OpenObjects();
        Ends = ends;
        WrittenEnds = [.. File.ReadLines(Path.Combine(place, ".git", "shallow"))];
    }

    public Shelf Shelf { get; }

    public Repository Oracle { get; }

    public GitObjects Objects { get; }

    /// <value>Commits whose parents are not here, as the door says.</value>
    public IReadOnlyCollection<string> Ends { get; }

    /// <value>The same, as git wrote them.</value>
    public IReadOnlyList<string> WrittenEnds { get; }

    public static async Task<ShallowClone> OfAsync(Shelf shelf, int depth)
    {
        var parent = new TempFolder();
        string[] options = ["--no-checkout", "--no-single-branch", FormattableString.Invariant($"--depth={depth}")];
        Witness.Ask(parent.Path, ["clone", "-q", .. options, "file://" + shelf.Path, "clone"]);
        var place = Path.Combine(parent.Path, "clone");
        var door = (await GitRepository.FindAsync(new DirectoryInfo(place), null, CancellationToken.None))!;
        return new ShallowClone(shelf, parent, place, door, await door.ShallowAsync(CancellationToken.None));
    }

    /// <summary>The commits of a history that the door finds here.</summary>
    public IReadOnlyList<string> Held(History history) => [.. Shelf.Commits(history).Where(commit => Objects.Find([commit], "commit")[0] is not null)];

    public IReadOnlyList<string> HeldByOracle(History history) => [.. Shelf.Commits(history).Where(IsHere)];

    public IEnumerable<(string One, string Other)> Pairs(History history)
    {
        var here = HeldByOracle(history);
        return here.SelectMany((one, index) => here.Skip(index + 1).Select(other => (one, other)));
    }

    /// <summary>The merge base that the oracle finds here.</summary>
    public string? ByOracle((string One, string Other) pair) => MergeBase(Oracle, pair);

    /// <summary>The one that it finds with all commits.</summary>
    public string? InTheWhole((string One, string Other) pair) => MergeBase(Shelf.Oracle, pair);

    /// <summary>Whether it is a best merge base in the whole history.</summary>
    public bool IsRight((string One, string Other) pair, string answer) => answer == InTheWhole(pair) || Best(pair).Contains(answer);

    /// <summary>The best merge bases in the whole history, by git.</summary>
    public IReadOnlyList<string> Best((string One, string Other) pair) => Witness.Try(Shelf.Path, "merge-base", "--all", pair.One, pair.Other).Split('\n');

    /// <summary>
    /// Whether what is missing behind a commit that one of them alone contains may hide a better merge base; where clocks go wrong, behind any commit.
    /// </summary>
    /// <remarks>An end may have parents that are here, because another branch has them.</remarks>
    public bool IsOpen(History history, (string One, string Other) pair)
    {
        var (one, other) = (Reach(pair.One), Reach(pair.Other));
        return WrittenEnds.Any(end => Shelf.Oracle.Lookup<Commit>(end).Parents.Any(parent => !IsHere(parent.Sha))
            && (history.Shape == HistoryShape.WrongClocks ? one.Contains(end) || other.Contains(end) : one.Contains(end) != other.Contains(end)));
    }

    public void Dispose()
    {
        Objects.Dispose();
        Oracle.Dispose();
        folder.Dispose();
    }

    private static string? MergeBase(Repository repository, (string One, string Other) pair) =>
        repository.ObjectDatabase.FindMergeBase(repository.Lookup<Commit>(pair.One), repository.Lookup<Commit>(pair.Other))?.Sha;

    private bool IsHere(string commit) => Oracle.Lookup<Commit>(commit) is not null;

    /// <summary>It, and all that its ancestors here lead to.</summary>
    private HashSet<string> Reach(string commit)
    {
        if (!reached.TryGetValue(commit, out var all))
        {
            all = [commit, .. Shelf.Oracle.Lookup<Commit>(commit).Parents.Where(parent => IsHere(parent.Sha)).SelectMany(parent => Reach(parent.Sha))];
            reached[commit] = all;
        }

        return all;
    }
}
