using Gates.Runner.Waivers;

namespace Gates.Runner;

/// <summary>What will run, and by whose configuration.</summary>
/// <param name="Gates">The gates, in configuration order.</param>
/// <param name="Source">How reports name the configuration: a path, a path at a commit, or "built-in defaults".</param>
/// <param name="Notes">What a reader must know about the plan, such as "bootstrap" or a mode that was capped.</param>
internal sealed record RunPlan(IReadOnlyList<PlannedGate> Gates, string Source, IReadOnlyList<string> Notes)
{
    /// <value>Which findings count, by the waivers and the baseline of the plan. Default: all.</value>
    public Triage Triage { get; init; } = Triage.None;

    /// <value>The gates that were left out of a plan that keeps only what can be judged again from a commit, and why. Default: none.</value>
    public IReadOnlyDictionary<string, string> Unrepeatable { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <value>The look at the waivers that ends the run; <see langword="null"/> when there is no such file.</value>
    public WaiverReview? Review { get; init; }
}
