namespace Gates.Runner.Commands.Waive;

/// <summary>What <c>gates waive</c> was asked.</summary>
internal sealed record WaiveRequest
{
    /// <value>Parts of fingerprints, from their start, of findings in <see cref="Results"/>; each makes an entry.</value>
    public IReadOnlyList<string> Fingerprints { get; init; } = [];

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

    /// <value>Whether anything is said about a new entry.</value>
    public bool AsksForAnEntry => Fingerprints.Count > 0 || new[] { Gate, Rule, Path, Reason, Owner, Ticket, Expires }.Any(said => said is not null);
}
