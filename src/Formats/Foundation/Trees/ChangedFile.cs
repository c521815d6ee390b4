namespace Gates.Formats.Foundation.Trees;

/// <summary>One changed file.</summary>
/// <param name="Path">Its path now (the old path when it was deleted).</param>
/// <param name="OldPath">Its path at the base; <see langword="null"/> when it was added.</param>
/// <param name="Deleted">Whether it is gone.</param>
/// <param name="Added">The line ranges that were added or changed, in the file as it is now.</param>
internal sealed record ChangedFile(string Path, string? OldPath, bool Deleted, IReadOnlyList<LineRange> Added)
{
    /// <value>Whether git does not track it, so that a run may have made it.</value>
    public bool IsUntracked { get; init; }
}
