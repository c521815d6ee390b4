namespace Gates.Doors.Git.History;

/// <param name="Path">Its path now, or the last one it had.</param>
/// <param name="OldPath">Its path at the base; <see langword="null"/> when it was added.</param>
/// <param name="Status"><c>added</c>, <c>modified</c>, <c>deleted</c> or <c>renamed</c>.</param>
/// <param name="Binary">Whether git sees no lines in it.</param>
/// <param name="Added">Lines added; 0 for a binary file.</param>
/// <param name="Deleted">Lines deleted; 0 for a binary file.</param>
internal sealed record GitFileChange(string Path, string? OldPath, string Status, bool Binary, int Added, int Deleted);
