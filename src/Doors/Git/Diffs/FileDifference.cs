using Gates.Doors.Git.History;
using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Git.Diffs;

/// <summary>One path that two listings do not agree about, or one file under two paths.</summary>
/// <param name="Old">What was there; <see langword="null"/> when it was added.</param>
/// <param name="New">What is there; <see langword="null"/> when it was deleted.</param>
/// <param name="Hunks">What became of its lines; <see langword="null"/> when they are not known: all may have changed.</param>
internal sealed record FileDifference(TreeEntry? Old, TreeEntry? New, IReadOnlyList<Hunk>? Hunks)
{
    private static readonly LineRange WholeFile = new(1, int.MaxValue);

    public string Path => (New ?? Old)!.Path;

    public ChangedFile ToChangedFile() => new(Path, Old?.Path, Deleted: New is null, New is null ? [] : Added());

    public GitFileChange ToFileChange() => new(
        Path,
        Old?.Path,
        this switch { { Old: null } => "added", { New: null } => "deleted", _ when Old.Path != New.Path => "renamed", _ => "modified" },
        Binary: Hunks is null,
        Hunks?.Sum(hunk => hunk.NewCount) ?? 0,
        Hunks?.Sum(hunk => hunk.OldCount) ?? 0);

    /// <summary>A new file that is not known to end is new as far as any line goes.</summary>
    public static ChangedFile Untracked(string path) => new(path, null, Deleted: false, [WholeFile]) { IsUntracked = true };

    private List<LineRange> Added() => Hunks is null
        ? [WholeFile]
        : [.. Hunks.Where(hunk => hunk.NewCount > 0).Select(hunk => new LineRange(hunk.NewStart + 1, hunk.NewStart + hunk.NewCount))];
}
