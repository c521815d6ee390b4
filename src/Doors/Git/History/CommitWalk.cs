using System.Text;
using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.History;

/// <summary>
/// Walks over commits, parents first, and lists what each brought: the files that differ from those of all its parents. Every commit and folder is hashed
/// on the way, so that the ids of the commits vouch for the list. A folder that no commit changed is not read.
/// </summary>
/// <param name="objects">Where they are read.</param>
/// <param name="commits">The commits with their parents, parents first.</param>
internal sealed class CommitWalk(GitObjects objects, IReadOnlyList<ListedCommit> commits)
{
    /// <value>Commits that are looked at together, so that their folders are asked for at once.</value>
    private const int AtOnce = 256;

    /// <value>Folders of <see cref="AtOnce"/> commits; a few small ones within each other can stand for any number.</value>
    private const int MaxFolders = 2_000_000;

    private readonly TreeCache trees = new(objects);
    private readonly Dictionary<string, string> roots = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private int order;

    /// <summary>Each content once, under the first path that is wanted.</summary>
    /// <param name="isWanted">Which paths count.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <exception cref="EvaluationException">An object is missing, forged or damaged.</exception>
    public IEnumerable<CommittedContent> Contents(Predicate<string> isWanted, CancellationToken cancellationToken)
    {
        foreach (var some in commits.Chunk(AtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = Read(some);
            foreach (var content in read.Zip(FilesOf(read, cancellationToken)).SelectMany(pair => Order(pair.First, pair.Second, isWanted)))
            {
                yield return content;
            }
        }
    }

    private IEnumerable<CommittedContent> Order(ReadCommit commit, List<(string Path, string Blob)> files, Predicate<string> isWanted)
    {
        yield return new CommittedContent(order++, commit.Id, "", "") { Message = commit.Message };
        foreach (var (path, blob) in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (isWanted(path) && known.Add(blob))
            {
                yield return new CommittedContent(order++, commit.Id, path, blob);
            }
        }
    }

    private List<ReadCommit> Read(ListedCommit[] some)
    {
        string[] unread = [.. some.SelectMany(commit => commit.Parents).Where(parent => !roots.ContainsKey(parent))
            .Except(some.Select(commit => commit.Id), StringComparer.Ordinal).Distinct(StringComparer.Ordinal)];
        foreach (var (id, content) in unread.Zip(objects.FindAll(unread, "commit")))
        {
            roots[id] = TreeReader.RootOf(content, id);
        }

        var contents = objects.FindAll([.. some.Select(commit => commit.Id)], "commit");
        foreach (var (commit, content) in some.Zip(contents))
        {
            roots[commit.Id] = TreeReader.RootOf(content, commit.Id);
        }

        return [.. some.Zip(contents, (commit, content) => new ReadCommit(
            commit.Id, roots[commit.Id], [.. commit.Parents.Select(parent => roots[parent])], MessageOf(content)))];
    }

    /// <summary>What each commit brought, in the order of the commits. All go down by one level of folders at a time.</summary>
    private List<(string Path, string Blob)>[] FilesOf(List<ReadCommit> read, CancellationToken cancellationToken)
    {
        var found = read.Select(_ => new List<(string Path, string Blob)>()).ToArray();
        var level = read.Index().Where(commit => !commit.Item.ParentRoots.Contains(commit.Item.Root, StringComparer.Ordinal))
            .Select(commit => new Folder(commit.Index, "", commit.Item.Root, commit.Item.ParentRoots)).ToList();
        var seen = 0;
        while (level.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((seen += level.Count) > MaxFolders)
            {
                throw new EvaluationException(FormattableString.Invariant($"{AtOnce} commits from {read[0].Id} on change more than {MaxFolders:N0} folders"));
            }

            var contents = trees.FindAll(level.SelectMany(folder => folder.Parents.Prepend(folder.Id)));
            var below = new List<Folder>();
            foreach (var folder in level)
            {
                foreach (var entry in TreeDifference.Find(contents[folder.Id], [.. folder.Parents.Select(parent => contents[parent])], folder.Id))
                {
                    if (entry.IsFolder)
                    {
                        below.Add(new Folder(folder.Commit, folder.Path + entry.Name + "/", entry.Id, entry.ParentFolders));
                    }
                    else
                    {
                        found[folder.Commit].Add((folder.Path + entry.Name, entry.Id));
                    }
                }
            }

            level = below;
        }

        return found;
    }

    private static ReadOnlyMemory<byte> MessageOf(byte[] commit) =>
        commit.AsSpan().IndexOf("\n\n"u8) is var end and >= 0 ? commit.AsMemory(end + 2) : default;

    private sealed record ReadCommit(string Id, string Root, IReadOnlyList<string> ParentRoots, ReadOnlyMemory<byte> Message);

    private sealed record Folder(int Commit, string Path, string Id, IReadOnlyList<string> Parents);
}

/// <summary>A commit of a range, with its parents as far as this clone has them.</summary>
internal sealed record ListedCommit(string Id, IReadOnlyList<string> Parents)
{
    /// <summary>Reads a line of <c>rev-list --parents</c>.</summary>
    public static ListedCommit Parse(string line) => line.Split(' ') is [var id, .. var parents] ? new ListedCommit(id, parents) : new ListedCommit(line, []);
}
