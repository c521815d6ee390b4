namespace Gates.Pipeline;

/// <summary>A file whose signature holds.</summary>
/// <param name="Name">Its name when it was logged.</param>
/// <param name="Content">The file.</param>
internal sealed record LoggedFile(string Name, byte[] Content)
{
    /// <value>The commit that it is about.</value>
    public required string Commit { get; init; }

    /// <value>When it was logged; the log's key answers for it.</value>
    public required DateTimeOffset Logged { get; init; }

    /// <value>How long ago that was.</value>
    public required TimeSpan Age { get; init; }

    /// <value>Who signed the statement about it.</value>
    public required string KeyId { get; init; }

    /// <value>Where that statement is on the evidence branch.</value>
    public required string Statement { get; init; }
}
