using Gates.Doors.Git.Objects;

namespace Gates.Doors.Git.Diffs;

/// <summary>A commit's files.</summary>
internal sealed class CommittedContents(GitObjects objects) : IFileContents
{
    public byte[]? Read(TreeEntry entry, byte[]? counterpart = null) => entry.Size > TextLines.Largest ? null : objects.FindAll([entry.Id], "blob")[0];
}
