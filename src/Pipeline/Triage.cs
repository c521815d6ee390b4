using System.Text;
using Gates.Formats.Foundation;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Results;
using Gates.Pipeline.Waivers;

namespace Gates.Pipeline;

/// <summary>Says which findings count. The one place where waivers, the baseline and the base are weighed; every path of a run goes through it.</summary>
/// <param name="waivers">The waivers in force for this plan, or none.</param>
/// <param name="baseline">The findings that were recorded once, or none.</param>
/// <param name="today">The day in UTC.</param>
internal sealed class Triage(WaiverFile? waivers, Baseline? baseline, DateOnly today)
{
    private readonly ILookup<string, Waiver> active = (waivers?.Waivers ?? [])
        .Where(waiver => !waiver.IsExpired(today))
        .ToLookup(waiver => waiver.Gate, StringComparer.Ordinal);

    public static Triage None { get; } = new(null, null, default);

    public Baseline? Baseline => baseline;

    /// <value>The salt of the tree that the waivers and the baseline are of; <see langword="null"/> before there is one.</value>
    public RepositorySalt? Salt { get; init; }

    /// <value>What identities may have been keyed with when fingerprints had their first form: the repository's own salt, or one that all shared.</value>
    public IReadOnlyList<ReadOnlyMemory<byte>> FirstSalts =>
        baseline is { Salt.Length: > 0 } ? [baseline.Salt] : Salt is { } salt ? [salt.Bytes, CommonSalt] : [CommonSalt];

    private static ReadOnlyMemory<byte> CommonSalt { get; } = Encoding.UTF8.GetBytes("gates-identity-v1");

    /// <value>What the plan's judge consists of beside configuration and policies: differs when waivers or the baseline differ.</value>
    public string Digest => $"{waivers?.Digest} {baseline?.Digest} {(Salt is { } salt ? Sha256Hex.Of(salt.Bytes.Span) : "")}";

    /// <summary>The waivers that hold today for a gate, in the order of their file.</summary>
    public IReadOnlyList<Waiver> InForce(string gateId) => [.. active[gateId]];

    /// <summary>The waivers that another triage does not have: new ones, and those that say something else now.</summary>
    public AddedWaivers? WaiversBeyond(Triage other)
    {
        var known = other.active.SelectMany(gate => gate).Select(Said).ToHashSet();
        var added = active.SelectMany(gate => gate).Where(waiver => !known.Contains(Said(waiver))).ToList();
        return added.Count == 0 ? null : new AddedWaivers(waivers!.Path, [.. added.Select(waiver => waiver.Owner).Distinct(StringComparer.OrdinalIgnoreCase)]);

        static (string, string?, string?, string?, string, string, string?, DateOnly, DateOnly) Said(Waiver waiver) =>
            (waiver.Gate, waiver.Rule, waiver.Path, waiver.Fingerprint, waiver.Reason, waiver.Owner, waiver.Ticket, waiver.Added, waiver.Expires);
    }

    /// <summary>Whether a fingerprint of a gate's finding has the first form somewhere.</summary>
    public bool HasFirst(string gateId) =>
        active[gateId].Any(waiver => waiver.Fingerprint is { } print && new Fingerprint(print).IsFirst)
        || baseline?.Entries.Any(entry => entry.Gate == gateId && entry.Fingerprint.IsFirst) == true;

    /// <summary>One finding with its state. A waiver is a decision with a name under it, so it is shown before "existing".</summary>
    /// <param name="gateId">The gate.</param>
    /// <param name="found">What its policy reported at the head.</param>
    public GateFinding Weigh(string gateId, RecognisedFinding found)
    {
        var waiver = active[gateId].FirstOrDefault(one => one.Covers(gateId, found.Finding, found.Forms));
        var state = waiver is not null ? FindingState.Waived
            : found.AtBase || baseline?.Has(gateId, found.Finding, found.Forms) == true ? FindingState.Existing
            : FindingState.New;
        return new GateFinding(found.Finding, found.Fingerprint, state, found.InDiff) { Waiver = waiver, Forms = found.Forms, Masked = found.Masked };
    }
}

/// <summary>Waivers that a change brings.</summary>
/// <param name="Path">Their file.</param>
/// <param name="Owners">Who answers for them, as written; untrusted text.</param>
internal sealed record AddedWaivers(string Path, IReadOnlyList<string> Owners);
