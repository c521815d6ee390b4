using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Diffs;

/// <summary>What the index says of a path. An earlier step may have written it, so it never vouches for a file on disk.</summary>
/// <param name="Staged">What is staged; without an id where a merge left several.</param>
/// <param name="IsLeftOut">Whether a sparse checkout leaves it out of the working directory.</param>
internal sealed record StagedFile(TreeEntry Staged, bool IsLeftOut)
{
    public string Path => Staged.Path;

    /// <param name="fields">The fields of <c>ls-files -t --stage -z</c>: tag, mode, id, stage, tab, path.</param>
    /// <exception cref="EvaluationException">They are not what git prints.</exception>
    public static IReadOnlyList<StagedFile> Parse(IEnumerable<string> fields)
    {
        var entries = new List<StagedFile>();
        foreach (var field in fields)
        {
            var tab = field.IndexOf('\t', StringComparison.Ordinal);
            var words = tab < 0 ? [] : field[..tab].Split(' ');
            var mode = words.Length == 4 ? TreeEntry.ReadMode(words[1]) : -1;
            if (mode < 0 || !ObjectId.IsFull(words[2]))
            {
                throw new EvaluationException($"git's list of tracked files is not understood: \"{field}\"");
            }

            var entry = new StagedFile(new TreeEntry(field[(tab + 1)..], mode, words[3] == "0" ? words[2] : ""), words[0] == "S");
            if (entries.Count == 0 || entries[^1].Path != entry.Path)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }
}
