using Gates.Pipeline.Results;

namespace Gates.Runner.Reports.Review;

/// <summary>What the comment and the check run are made from.</summary>
internal sealed record ReviewInput
{
    public required RunReport Report { get; init; }

    /// <value>The gates that were not run again by whoever publishes; none of them is among the report's results.</value>
    public IReadOnlyList<UnverifiedGate> Unverified { get; init; } = [];

    /// <value>Who let it pass although it does not; <see langword="null"/> when nobody did.</value>
    public Override? Override { get; init; }

    public SourceLinks Links { get; init; } = SourceLinks.None;

    /// <value>The web address of everything that is left out here, such as the run's page; <see langword="null"/> or not a web address links nothing.</value>
    public string? Details { get; init; }

    /// <value>Whether a reader has nothing to do and nothing to look at.</value>
    public bool IsQuiet => Unverified.Count == 0 && Report.Notes.Count == 0 && Report.Proposed is null or { Count: 0 }
        && Report.Verdict is Verdict.Passed or Verdict.Waived or Verdict.Skipped && Report.Results.All(gate => gate.Error is null);
}
