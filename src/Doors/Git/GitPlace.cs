namespace Gates.Doors.Git;

/// <summary>Where a git command works.</summary>
/// <param name="Folder">The git directory, one of ours.</param>
/// <param name="WorkTree">The working directory; <see langword="null"/> for commands that look at objects and refs only.</param>
/// <param name="Objects">Where it writes objects; <see langword="null"/> means in <paramref name="Folder"/>.</param>
internal sealed record GitPlace(string Folder, string? WorkTree = null, string? Objects = null);
