using System.Collections.Concurrent;
using Gates.Doors.Git.History;
using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Git.Diffs;

/// <summary>Lists commits and compares them with each other and with the working directory. A commit never changes, so each is listed once.</summary>
/// <param name="git">Runs in the repository.</param>
/// <param name="root">The top folder of the working directory.</param>
internal sealed class Comparisons(GitCommand git, string root)
{
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<TreeEntry>>> listings = new(StringComparer.Ordinal);

    /// <summary>A commit's files, links and submodules, sorted by path (ordinal).</summary>
    /// <exception cref="EvaluationException">An object is missing, forged or damaged.</exception>
    public IReadOnlyList<TreeEntry> List(string commit) => listings.GetOrAdd(commit, sha => new Lazy<IReadOnlyList<TreeEntry>>(() =>
    {
        using var objects = new GitObjects(git);
        return TreeReader.Read(objects, sha);
    })).Value;

    /// <summary>The files of a commit whose content is no file's of another.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public IReadOnlyList<TreeEntry> Replaced(string from, string to)
    {
        var kept = List(to).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        return [.. List(from).Where(entry => entry.IsFile && !kept.Contains(entry.Id))];
    }

    /// <summary>What differs between two commits.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public IReadOnlyList<ChangedFile> OfCommits(string from, string to) =>
        [.. Compare(from, to, countsDeleted: false).Select(difference => difference.ToChangedFile())];

    /// <summary>The same, with the lines counted.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public IReadOnlyList<GitFileChange> CountCommits(string from, string to) =>
        [.. Compare(from, to, countsDeleted: true).Select(difference => difference.ToFileChange())];

    /// <summary>What differs between a commit and the working directory.</summary>
    /// <param name="from">The commit.</param>
    /// <param name="index">The tracked files.</param>
    /// <param name="untracked">Files that git neither tracks nor ignores.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <inheritdoc cref="List" path="/exception"/>
    public IReadOnlyList<ChangedFile> OfWorkingDirectory(
        string from,
        IReadOnlyList<StagedFile> index,
        IEnumerable<string> untracked,
        CancellationToken cancellationToken)
    {
        using var objects = new GitObjects(git);
        var before = List(from);
        var working = new WorkingFiles(root, objects, index);
        var after = working.List(before, from.Length, cancellationToken);
        var differences = new TreeDiff(new CommittedContents(objects), working).Compare(before, after);
        return [.. differences.Select(difference => difference.ToChangedFile()), .. untracked.Select(FileDifference.Untracked)];
    }

    private IReadOnlyList<FileDifference> Compare(string from, string to, bool countsDeleted)
    {
        using var objects = new GitObjects(git);
        var contents = new CommittedContents(objects);
        return new TreeDiff(contents, contents) { CountsDeleted = countsDeleted }.Compare(List(from), List(to));
    }
}
