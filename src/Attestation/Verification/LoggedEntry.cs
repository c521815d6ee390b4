namespace Gates.Attestation.Verification;

/// <summary>That a file was logged.</summary>
/// <param name="Origin">The log.</param>
/// <param name="Index">The entry.</param>
/// <param name="Time">When; the log's key answers for it.</param>
/// <param name="Source">What proves it.</param>
internal sealed record LoggedEntry(string Origin, long Index, DateTimeOffset Time, string Source);
