namespace Gates.Doors.GitHub.Releases;

/// <summary>A file of a release.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="Name">Its file name; GitHub replaces characters that it does not like.</param>
/// <param name="Size">In bytes.</param>
/// <param name="State"><c>uploaded</c>, or <c>open</c> or <c>starter</c> when an upload broke off.</param>
/// <param name="Digest">For example <c>sha256:…</c>; none for old files.</param>
internal sealed record ReleaseAsset(long Id, string Name, long Size, string State, string? Digest = null);
