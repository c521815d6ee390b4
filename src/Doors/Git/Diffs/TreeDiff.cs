using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Diffs;

/// <summary>
/// Compares two listings and, file by file, what they hold. Nothing but the bytes has a say: no attribute, filter, driver, limit or configuration of git.
/// </summary>
/// <param name="old">What the old listing's files hold.</param>
/// <param name="now">What the new listing's files hold.</param>
internal sealed class TreeDiff(IFileContents old, IFileContents now)
{
    private readonly LineDiff lines = new();

    /// <value>Whether deleted files are read for their lines.</value>
    public bool CountsDeleted { get; init; }

    /// <summary>The differences, sorted by path.</summary>
    /// <param name="before">Sorted by path (ordinal).</param>
    /// <param name="after">Sorted by path (ordinal).</param>
    /// <exception cref="EvaluationException">An object is missing, forged or damaged.</exception>
    public IReadOnlyList<FileDifference> Compare(IReadOnlyList<TreeEntry> before, IReadOnlyList<TreeEntry> after)
    {
        var (pairs, deleted, added) = Join(before, after);
        var renames = new RenameFinder(old, now).Find(deleted, added);
        var gone = renames.Select(rename => rename.Old).ToHashSet();
        var come = renames.Select(rename => rename.New).ToHashSet();
        return
        [
            .. pairs.Concat(renames).Select(pair => new FileDifference(pair.Old, pair.New, Hunks(pair.Old, pair.New)))
                .Concat(deleted.Where(entry =>
                    !gone.Contains(
                        entry)).Select(entry => new FileDifference(entry, null, CountsDeleted ? HunksOf(entry, old)?.Select(Reverse).ToList() : null)))
                .Concat(added.Where(entry => !come.Contains(entry)).Select(entry => new FileDifference(null, entry, HunksOf(entry, now))))
                .OrderBy(difference => difference.Path, StringComparer.Ordinal),
        ];
    }

    private static (List<(TreeEntry Old, TreeEntry New)> Pairs, List<TreeEntry> Deleted, List<TreeEntry> Added) Join(
        IReadOnlyList<TreeEntry> before, IReadOnlyList<TreeEntry> after)
    {
        var (pairs, deleted, added) = (new List<(TreeEntry Old, TreeEntry New)>(), new List<TreeEntry>(), new List<TreeEntry>());
        var (i, j) = (0, 0);
        while (i < before.Count || j < after.Count)
        {
            var order = i == before.Count ? 1 : j == after.Count ? -1 : string.CompareOrdinal(before[i].Path, after[j].Path);
            if (order < 0)
            {
                deleted.Add(before[i++]);
            }
            else if (order > 0)
            {
                added.Add(after[j++]);
            }
            else
            {
                var pair = (Old: before[i++], New: after[j++]);
                if (pair.Old.Id != pair.New.Id || pair.Old.Mode != pair.New.Mode)
                {
                    pairs.Add(pair);
                }
            }
        }

        return (pairs, deleted, added);
    }

    private IReadOnlyList<Hunk>? Hunks(TreeEntry from, TreeEntry to)
    {
        if (from.IsSameType(to) && from.Id == to.Id)
        {
            return [];
        }

        // A file that was a link: what stands in it now is new, whatever the link's name was.
        if (!from.IsSameType(to))
        {
            return null;
        }

        if (from.IsSubmodule)
        {
            return [new Hunk(0, 1, 0, 1)];
        }

        var oldBytes = old.Read(from);
        var newBytes = oldBytes is null ? null : now.Read(to, oldBytes);
        return oldBytes is not null && newBytes is not null && TextLines.Split(oldBytes) is { } oldLines && TextLines.Split(newBytes) is { } newLines
            ? lines.Compare(oldLines, newLines)
            : null;
    }

    /// <summary>All lines of a file that came as a whole.</summary>
    private static List<Hunk>? HunksOf(TreeEntry entry, IFileContents contents)
    {
        if (entry.IsSubmodule)
        {
            return [new Hunk(0, 0, 0, 1)];
        }

        return contents.Read(entry) is { } bytes && TextLines.Split(bytes) is { } all ? all.Length == 0 ? [] : [new Hunk(0, 0, 0, all.Length)] : null;
    }

    private static Hunk Reverse(Hunk hunk) => new(hunk.NewStart, hunk.NewCount, hunk.OldStart, hunk.OldCount);
}
