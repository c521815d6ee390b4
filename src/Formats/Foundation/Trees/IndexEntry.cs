namespace Gates.Formats.Foundation.Trees;

/// <summary>A path that git lists: of its index, or untracked and not ignored.</summary>
/// <param name="Path">Relative to the root; an untracked repository ends in <c>/</c>.</param>
/// <param name="Mode">The file mode of git, such as <c>100644</c>, <c>120000</c> for a link, <c>160000</c> for a submodule; empty when it is not
/// tracked.</param>
/// <param name="IsSkipped">Whether git was told to leave it alone: a sparse checkout, or <c>skip-worktree</c>.</param>
internal sealed record IndexEntry(string Path, string Mode, bool IsSkipped)
{
    public const string SubmoduleMode = "160000";

    /// <value>The commit of a submodule; else empty.</value>
    public string Commit { get; init; } = "";

    public bool IsTracked => Mode.Length > 0;

    /// <summary>
    /// Reads the fields of <c>ls-files -z -v -s --cached --others</c>: tag, and for what is tracked mode, object, stage and a tab before the path.
    /// </summary>
    public static IReadOnlyList<IndexEntry> Parse(IEnumerable<string> fields)
    {
        var entries = new List<IndexEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            // Untracked paths come without a mode; one with a tab in its name is still told from a tracked one by its tag.
            var entry = field[0] == '?'
                ? new IndexEntry(field[2..], "", IsSkipped: false)
                : new IndexEntry(
                    field[(field.IndexOf('\t', StringComparison.Ordinal) + 1)..],
                    field[2..field.IndexOf(' ', 2)],
                    char.ToUpperInvariant(field[0]) == 'S')
                { Commit = CommitOf(field) };
            if (seen.Add(entry.Path))
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private static string CommitOf(string field) => field.Split(' ', 4) is [_, SubmoduleMode, var id, _] ? id : "";
}
