using Gates.Attestation.Controls.Assertions;

namespace Gates.Attestation.Controls;

/// <summary>A control as it was found.</summary>
internal sealed record ControlResult
{
    public required Control Control { get; init; }

    public required ControlOutcome Outcome { get; init; }

    /// <value>In the order of their paths, each once.</value>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    public IReadOnlyList<MissingEvidence> Missing { get; init; } = [];

    /// <value>In the catalogue's order.</value>
    public IReadOnlyList<AssertionResult> Assertions { get; init; } = [];

    /// <value>Why the outcome is what it is, in a sentence or two.</value>
    public required string Details { get; init; }

    /// <value>For programs: <c>holds</c>, <c>fails</c>, <c>present-not-judged</c> or <c>not-applicable</c>.</value>
    public string OutcomeId => Outcome switch
    {
        ControlOutcome.Holds => "holds",
        ControlOutcome.Fails => "fails",
        ControlOutcome.NotJudged => "present-not-judged",
        _ => "not-applicable",
    };

    /// <value>What programs ask first; <see langword="null"/> when the control does not apply, or is present and not judged.</value>
    public bool? Pass => Outcome is ControlOutcome.NotApplicable or ControlOutcome.NotJudged ? null : Outcome == ControlOutcome.Holds;
}

/// <summary>What became of a control.</summary>
internal enum ControlOutcome
{
    /// <summary>Something is asserted of its evidence, and all of it holds.</summary>
    Holds,

    Fails,

    /// <summary>The evidence is there, and nothing shows what it is worth: nothing is asserted of it, or nobody who is trusted signed it.</summary>
    NotJudged,

    NotApplicable,
}

/// <param name="Glob">What no file matches.</param>
/// <param name="Nearest">The file that comes nearest to it, if any does.</param>
internal sealed record MissingEvidence(string Glob, string? Nearest)
{
    public override string ToString() => $"{Glob} matches no file{(Nearest is null ? "" : $"; nearest: {Nearest}")}";
}
