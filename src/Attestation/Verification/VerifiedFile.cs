namespace Gates.Attestation.Verification;

/// <summary>A signed file that holds.</summary>
/// <param name="Path">The file.</param>
/// <param name="What">What it says, for people.</param>
/// <param name="Sha256">Its digest.</param>
/// <param name="KeyId">Who signed.</param>
/// <param name="Entry">Where it stands in the log; <see langword="null"/> outside any log.</param>
internal sealed record VerifiedFile(string Path, string What, string Sha256, string KeyId, LoggedEntry? Entry)
{
    /// <value>The identity of who signed without a key of their own; <see langword="null"/> for a key.</value>
    public string? Identity { get; init; }

    /// <value>When that was, as a log or a timestamp authority proves; <see langword="null"/> for a key.</value>
    public DateTimeOffset? Signed { get; init; }
}
