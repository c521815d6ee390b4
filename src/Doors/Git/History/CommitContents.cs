using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Git.History;

/// <summary>What some commits brought.</summary>
/// <param name="repository">Where it is read.</param>
/// <param name="commits">The commits, parents first.</param>
/// <param name="tags">The tags that point at them and have a message.</param>
/// <param name="replaced">The files of the base whose content is not there any more.</param>
internal sealed class CommitContents(
    GitRepository repository, IReadOnlyList<ListedCommit> commits, IReadOnlyList<GitTagRef> tags, IReadOnlyList<TreeEntry> replaced)
{
    public const int MaxTags = 10_000;

    public int Commits => commits.Count;

    public int Tags => tags.Count;

    /// <value>The files of the base whose content is not at the head: what was in them did not come with these commits.</value>
    public IReadOnlyList<(string Path, string Blob)> Replaced => [.. replaced.Select(entry => (entry.Path, entry.Id))];

    /// <summary>All of it, parents first; each content once, under the first path that is wanted. It is read on the way.</summary>
    /// <inheritdoc cref="CommitWalk.Contents"/>
    public IEnumerable<CommittedContent> List(Predicate<string> isWanted, CancellationToken cancellationToken)
    {
        using var objects = repository.OpenObjects();
        var order = 0;
        foreach (var content in new CommitWalk(objects, commits).Contents(isWanted, cancellationToken))
        {
            order = content.Order + 1;
            yield return content;
        }

        foreach (var tag in tags)
        {
            var text = objects.FindAll([tag.Id], "tag")[0];
            var start = text.AsSpan().IndexOf("\n\n"u8);
            yield return new CommittedContent(order++, tag.Target, "", "") { Tag = tag.Name, Message = start < 0 ? default : text.AsMemory(start + 2) };
        }
    }

    /// <summary>Reads contents, for one thread.</summary>
    public BlobReader OpenBlobs() => repository.OpenBlobs();
}
