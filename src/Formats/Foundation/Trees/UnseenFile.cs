namespace Gates.Formats.Foundation.Trees;

/// <summary>What a tree could not list, and why.</summary>
/// <param name="Path">Relative to the repository's root, with <c>/</c>; it ends in one when it is a folder.</param>
/// <param name="Reason">Why.</param>
internal sealed record UnseenFile(string Path, UnseenReason Reason)
{
    /// <value>The commit of a submodule; else <see langword="null"/>.</value>
    public string? Commit { get; init; }

    /// <value>Where a symbolic link points, as it stands there; <see langword="null"/> where it is none, or not known.</value>
    public string? Target { get; init; }

    public bool IsFolder => Path.EndsWith('/');

    /// <summary>Whether some of it would be among the files that a filter includes.</summary>
    public bool IsIn(Predicate<string> includes) => IsFolder ? includes(Path + "_") : includes(Path);
}
