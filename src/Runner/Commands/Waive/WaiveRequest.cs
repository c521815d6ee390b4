namespace Gates.Runner.Commands.Waive;

/// <summary>What <c>gates waive</c> was asked.</summary>
internal sealed record WaiveRequest
{
    /// <value>A part of a fingerprint, from its start, of a finding in <see cref="Results"/>.</value>
    public string? Fingerprint { get; init; }

    /// <value>Whether entries of older forms are to be rewritten, and nothing else.</value>
    public bool Rewrite { get; init; }

    public string? Gate { get; init; }

    public string? Rule { get; init; }

    public string? Path { get; init; }

    public string? Reason { get; init; }

    public string? Owner { get; init; }

    public string? Ticket { get; init; }

    public string? Expires { get; init; }

    /// <value>The results of the last run; they need not be there when no fingerprint is given.</value>
    public required FileInfo Results { get; init; }
}
