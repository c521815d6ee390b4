using System.Text.Json;
using Gates.Pipeline.Unseen;
using Gates.Pipeline.Waivers;
using Gates.Policies;

namespace Gates.Pipeline.Results;

/// <summary>What became of one gate.</summary>
internal sealed record GateResult
{
    public required string GateId { get; init; }

    public required string Title { get; init; }

    public required GateMode Mode { get; init; }

    public string? ModeReason { get; init; }

    public required Verdict Verdict { get; init; }

    /// <value>Whether this result alone makes the run's exit code 1 or 3.</value>
    public bool Blocks => Interrupted || Verdict is Verdict.Errored || (Mode == GateMode.Enforce && Verdict is Verdict.Failed);

    /// <value>What was looked at and what was left out; <see langword="null"/> when nothing was judged, or the gate does not say.</value>
    public CoverageSummary? Coverage { get; init; }

    /// <value>Whether the configuration refuses that the gate is skipped.</value>
    public bool IsRequired { get; init; }

    /// <value>Whether a policy has judged, also where something was not looked at and so the gate could not be evaluated.</value>
    public bool IsJudged => Evidence is not null && (Error is null || Coverage is not null);

    /// <value>
    /// Whether the run was stopped before the gate had finished. Such a gate has no finding, and its verdict is <see cref="Verdict.Errored"/> in every mode.
    /// </value>
    public bool Interrupted { get; init; }

    /// <value>The findings: new before existing, errors first, then by path and line.</value>
    public IReadOnlyList<GateFinding> Findings { get; init; } = [];

    public IReadOnlyList<Check> Passed { get; init; } = [];

    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <value>What the policy hands to later steps of the workflow.</value>
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <value>What the policy wants drawn.</value>
    public IReadOnlyList<Chart> Charts { get; init; } = [];

    /// <value>What the policy wants read as it is.</value>
    public IReadOnlyList<PolicyPage> Pages { get; init; } = [];

    public IReadOnlyList<string> Log { get; init; } = [];

    /// <value>Why the gate could not be evaluated, also in the modes where that does not block; else <see langword="null"/>.</value>
    public string? Error { get; init; }

    /// <value>The place in the policy that the error is about, when it has one.</value>
    public Location? ErrorAt { get; init; }

    /// <value>Why the gate did not run; else <see langword="null"/>.</value>
    public string? SkipReason { get; init; }

    /// <value>The waivers that were in force for the gate, whether they covered anything or not.</value>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    public required PolicySource Policy { get; init; }

    public required JsonElement Settings { get; init; }

    public Evidence? Evidence { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <value>When it ended, as a timestamp of the pipeline's clock; <see langword="null"/> for one that was read from a file.</value>
    public long? EndedAt { get; init; }
}
