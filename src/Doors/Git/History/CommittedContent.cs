namespace Gates.Doors.Git.History;

/// <summary>Something that a commit brought and no parent of it has: a file's content, or a message.</summary>
/// <param name="Order">Its place among all, parents before children.</param>
/// <param name="Commit">The full id of the commit; of what a tag points at for a tag's message.</param>
/// <param name="Path">The file, as it was called in that commit; empty for a message.</param>
/// <param name="Blob">The content's id; empty for a message.</param>
internal sealed record CommittedContent(int Order, string Commit, string Path, string Blob)
{
    /// <value>The message.</value>
    public ReadOnlyMemory<byte> Message { get; init; }

    /// <value>The tag whose message it is; else <see langword="null"/>.</value>
    public string? Tag { get; init; }

    public bool IsMessage => Blob.Length == 0;
}
