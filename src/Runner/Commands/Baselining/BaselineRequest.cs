namespace Gates.Runner.Commands.Baselining;

/// <summary>What <c>gates baseline</c> was asked.</summary>
internal sealed record BaselineRequest
{
    public string? Config { get; init; }

    /// <value>The only gates to look at, with those they need; empty means all.</value>
    public IReadOnlyList<string> Gates { get; init; } = [];

    /// <value>Whether findings may be added to a baseline that is there already.</value>
    public bool Grow { get; init; }

    /// <value>Why; recorded in the file.</value>
    public string? Reason { get; init; }
}
