using Gates.Policies;
using Gates.Runner.Baselines;

namespace Gates.Runner.Waivers;

/// <summary>Says which findings count. The one place where waivers, the baseline and the base are weighed; every path of a run goes through it.</summary>
/// <param name="waivers">The waivers in force for this plan, or none.</param>
/// <param name="baseline">The findings that were recorded once, or none.</param>
/// <param name="today">The day in UTC.</param>
internal sealed class Triage(WaiverFile? waivers, Baseline? baseline, DateOnly today)
{
    private readonly ILookup<string, Waiver> active = (waivers?.Waivers ?? []).Where(waiver => !waiver.IsExpired(today)).ToLookup(waiver => waiver.Gate, StringComparer.Ordinal);

    public static Triage None { get; } = new(null, null, default);

    public Baseline? Baseline => baseline;

    /// <value>What the plan's judge consists of beside configuration and policies: differs when waivers or the baseline differ.</value>
    public string Digest => $"{waivers?.Digest} {baseline?.Digest}";

    /// <summary>The waivers that hold today for a gate, in the order of their file.</summary>
    public IReadOnlyList<Waiver> InForce(string gateId) => [.. active[gateId]];

    /// <summary>One finding with its state. A waiver is a decision with a name under it, so it is shown before "existing".</summary>
    /// <param name="gateId">The gate.</param>
    /// <param name="finding">What its policy reported at the head.</param>
    /// <param name="fingerprint">Its fingerprint.</param>
    /// <param name="atBase">Whether the base had it too.</param>
    /// <param name="inDiff">See <see cref="GateFinding.InDiff"/>.</param>
    public GateFinding Weigh(string gateId, Finding finding, string fingerprint, bool atBase, bool inDiff)
    {
        var waiver = active[gateId].FirstOrDefault(one => one.Covers(gateId, finding, fingerprint));
        var state = waiver is not null ? FindingState.Waived
            : atBase || baseline?.Has(gateId, fingerprint) == true ? FindingState.Existing
            : FindingState.New;
        return new GateFinding(finding, fingerprint, state, inDiff) { Waiver = waiver };
    }
}
