namespace Gates.Doors.GitHub.Repositories;

/// <summary>A file as the contents API gives it.</summary>
/// <param name="Type"><c>file</c>, <c>symlink</c> or <c>submodule</c>.</param>
/// <param name="Sha">Its blob.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Encoding"><c>base64</c>, or <c>none</c> when it is too large to be given here.</param>
/// <param name="Content">Encoded.</param>
internal sealed record FileContent(string Type, string Sha, long Size, string? Encoding = null, string? Content = null);
