namespace Gates.Attestation.Verification;

/// <summary>A signed file that holds.</summary>
/// <param name="Path">The file.</param>
/// <param name="What">What it says, for people.</param>
/// <param name="Sha256">Its digest.</param>
/// <param name="KeyId">Who signed.</param>
/// <param name="Entry">Where it stands in the log; <see langword="null"/> outside any log.</param>
internal sealed record VerifiedFile(string Path, string What, string Sha256, string KeyId, LoggedEntry? Entry);
