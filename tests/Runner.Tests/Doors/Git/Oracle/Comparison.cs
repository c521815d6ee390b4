using Gates.Doors.Git.Diffs;
using LibGit2Sharp;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>Two commits of a history, compared by both.</summary>
internal static class Comparison
{
    private static readonly (int From, int To)[] Pairs = [(1, 2), (2, 3), (3, 5), (5, 6), (1, 6), (6, 2)];

    /// <summary>The pairs of commits to compare, by their numbers: neighbours, such that lie apart, and one that goes back.</summary>
    public static IEnumerable<(int From, int To)> Of(Shelf shelf, History history) =>
        Pairs.Where(pair => shelf.With(pair.From).Contains(history) && shelf.With(pair.To).Contains(history));

    public static IReadOnlyList<FileDifference> ByDoor(Shelf shelf, History history, int from, int to) =>
        new TreeDiff(shelf.Contents, shelf.Contents) { CountsDeleted = true }.Compare(shelf.List(history, from), shelf.List(history, to));

    public static T ByOracle<T>(Shelf shelf, History history, int from, int to, SimilarityOptions similarity)
        where T : class, IDiffResult => shelf.Oracle.Diff.Compare<T>(
            shelf.Oracle.Lookup<Commit>(shelf.Commit(history, from)).Tree,
            shelf.Oracle.Lookup<Commit>(shelf.Commit(history, to)).Tree,
            new CompareOptions { Similarity = similarity, ContextLines = 0, InterhunkLines = 0, Algorithm = DiffAlgorithm.Minimal });
}

/// <summary>One path that two commits do not agree about, in the words of both.</summary>
/// <param name="Path">It.</param>
/// <param name="Old">Mode and id there; empty when it was added.</param>
/// <param name="New">Mode and id there; empty when it was deleted.</param>
internal sealed record Change(string Path, string Old, string New)
{
    /// <summary>A renamed file is one that is gone and one that came.</summary>
    public static IEnumerable<Change> Apart(FileDifference difference) => difference switch
    {
        { Old: { } old, New: { } now } when old.Path == now.Path => [new Change(old.Path, Text(old.Mode, old.Id), Text(now.Mode, now.Id))],
        { Old: { } old, New: { } now } => [new Change(old.Path, Text(old.Mode, old.Id), ""), new Change(now.Path, "", Text(now.Mode, now.Id))],
        { Old: { } old } => [new Change(old.Path, Text(old.Mode, old.Id), "")],
        { New: { } now } => [new Change(now.Path, "", Text(now.Mode, now.Id))],
        _ => [],
    };

    public static IEnumerable<Change> By(TreeEntryChanges change) =>
    [
        new Change(
            change.Path,
            change.Status == ChangeKind.Added ? "" : Text((int)change.OldMode, change.OldOid.Sha),
            change.Status == ChangeKind.Deleted ? "" : Text((int)change.Mode, change.Oid.Sha)),
    ];

    private static string Text(int mode, string id) => $"{Convert.ToString(mode, 8)} {id}";
}
