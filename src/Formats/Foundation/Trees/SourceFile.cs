namespace Gates.Formats.Foundation.Trees;

/// <param name="Path">Relative to the repository's root, with <c>/</c>.</param>
/// <param name="Size">Bytes.</param>
internal sealed record SourceFile(string Path, long Size)
{
    /// <value>Whether it can be run as a program, as far as the tree knows.</value>
    public bool IsExecutable { get; init; }
}
