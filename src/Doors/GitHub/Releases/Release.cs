namespace Gates.Doors.GitHub.Releases;

/// <summary>A release.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="TagName">Its tag.</param>
/// <param name="Name">Its title.</param>
/// <param name="Draft">Whether only those with write access see it; only a draft's assets are ever replaced.</param>
/// <param name="Prerelease">Whether it is not meant for everybody.</param>
/// <param name="HtmlUrl">Its page.</param>
/// <param name="UploadUrl">Where assets go, as a URI template.</param>
/// <param name="Immutable">Whether nothing of it can be changed once it is published.</param>
internal sealed record Release(long Id, string TagName, string? Name, bool Draft, bool Prerelease, string HtmlUrl, string UploadUrl, bool Immutable = false);

/// <summary>A file of a release.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="Name">Its file name; GitHub replaces characters that it does not like.</param>
/// <param name="Size">In bytes.</param>
/// <param name="State"><c>uploaded</c>, or <c>open</c> or <c>starter</c> when an upload broke off.</param>
/// <param name="Digest">For example <c>sha256:…</c>; none for old files.</param>
internal sealed record ReleaseAsset(long Id, string Name, long Size, string State, string? Digest = null);
