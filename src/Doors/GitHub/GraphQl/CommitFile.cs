namespace Gates.Doors.GitHub.GraphQl;

/// <summary>A file of a commit on a branch.</summary>
/// <param name="Path">Relative to the repository.</param>
/// <param name="Content">All of it.</param>
internal sealed record CommitFile(string Path, ReadOnlyMemory<byte> Content);
