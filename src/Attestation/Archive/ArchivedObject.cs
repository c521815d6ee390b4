namespace Gates.Attestation.Archive;

/// <summary>A file in an archive.</summary>
/// <param name="Name">What it is called there, below the store's prefix.</param>
/// <param name="Size">Of the file, in bytes.</param>
/// <param name="Sha256">Of the file.</param>
internal sealed record ArchivedObject(string Name, long Size, string Sha256)
{
    /// <value>Of what is stored, in bytes.</value>
    public required long StoredSize { get; init; }

    /// <value>SHA-256 of what is stored; the file's own where it is not sealed.</value>
    public required string StoredSha256 { get; init; }

    /// <value>The archive key that sealed it; <see langword="null"/>: it is stored as it is.</value>
    public string? Key { get; init; }

    /// <value>The store's name for this version, in a bucket that keeps versions.</value>
    public string? Version { get; init; }

    /// <value>The key of the store's own key service.</value>
    public string? KmsKey { get; init; }

    /// <value>Until when the store lets nobody remove it; <see langword="null"/>: it is not held.</value>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <value>When it was read back and found to be this file.</value>
    public required DateTimeOffset Verified { get; init; }
}
