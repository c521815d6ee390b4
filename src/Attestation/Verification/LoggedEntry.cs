namespace Gates.Attestation.Verification;

/// <summary>That a file was logged.</summary>
/// <param name="Origin">The log.</param>
/// <param name="Index">The entry.</param>
/// <param name="Time">When; the log's key answers for it.</param>
/// <param name="Source">What proves it.</param>
internal sealed record LoggedEntry(string Origin, long Index, DateTimeOffset Time, string Source)
{
    /// <value>By when as many witnesses had seen it as are wanted, and who; <see langword="null"/> where they had not.</value>
    public (DateTimeOffset Time, string Names)? Witnessed { get; init; }
}
