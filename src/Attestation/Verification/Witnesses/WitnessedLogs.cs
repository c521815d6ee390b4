using Gates.Attestation.Keys;
using Gates.Attestation.Log;

namespace Gates.Attestation.Verification.Witnesses;

/// <summary>What the witnesses that are believed say of the logs: how much of each they saw, and when.</summary>
/// <param name="trust">The witnesses, and how many are wanted.</param>
internal sealed class WitnessedLogs(TrustedKeys trust)
{
    private readonly Dictionary<string, Dictionary<string, List<(long Size, DateTimeOffset Time)>>> seen = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<WitnessVerifier> known = [.. trust.Witnesses.Select(witness => witness.Verifier)];

    /// <value>Which witness saw which log last: a line each.</value>
    public IEnumerable<string> Lines =>
        from log in seen.OrderBy(log => log.Key, StringComparer.Ordinal)
        from witness in log.Value.OrderBy(witness => witness.Key, StringComparer.Ordinal)
        let last = witness.Value.MaxBy(one => one.Size)
        select FormattableString.Invariant($"witness: {witness.Key} saw {last.Size} entries of {log.Key} at {EvidenceTime.Write(last.Time)}");

    /// <summary>The cosignatures of a checkpoint that count.</summary>
    /// <exception cref="LogException">One of a known witness is bad.</exception>
    public IReadOnlyList<Cosignature> Read(SignedNote note, string place) =>
        [.. Cosignature.Of(note, known, place).Where(one => trust.Witnesses.Any(witness =>
            witness.Verifier == one.Witness && one.Time >= witness.ValidFrom && one.Time < witness.ValidTo))];

    /// <summary>Takes the cosignatures of a checkpoint that a whole log is, or continues.</summary>
    public void Add(Checkpoint checkpoint, IReadOnlyList<Cosignature> cosignatures)
    {
        foreach (var one in cosignatures)
        {
            var log = Of(seen, checkpoint.Origin);
            Of(log, one.Witness.Name).Add((checkpoint.Size, one.Time));
        }
    }

    /// <summary>By when enough witnesses had seen an entry of a whole log, and who they are.</summary>
    public (DateTimeOffset Time, string Names)? Of(string origin, long index)
    {
        if (!seen.TryGetValue(origin, out var log))
        {
            return null;
        }

        return Enough(log.Select(witness => (witness.Key, witness.Value.Where(one => one.Size > index).Select(one => (DateTimeOffset?)one.Time).Min())));
    }

    /// <summary>The same for what one checkpoint alone proves.</summary>
    public (DateTimeOffset Time, string Names)? Enough(IReadOnlyList<Cosignature> cosignatures) =>
        cosignatures.Count == 0 ? null : Enough(cosignatures.Select(one => (one.Witness.Name, (DateTimeOffset?)one.Time)));

    /// <summary>How many entries of a log as many witnesses saw as are wanted.</summary>
    public long SeenByEnough(string origin) => seen.TryGetValue(origin, out var log)
        ? log.Values.Select(sizes => sizes.Max(one => one.Size)).OrderDescending().ElementAtOrDefault(trust.WantedWitnesses - 1)
        : 0;

    /// <summary>The time at which the last of those who are wanted had seen it.</summary>
    private (DateTimeOffset Time, string Names)? Enough(IEnumerable<(string Name, DateTimeOffset? Time)> witnesses)
    {
        var wanted = Math.Max(1, trust.WantedWitnesses);
        var first = witnesses.Where(one => one.Time is not null).OrderBy(one => one.Time).ThenBy(one => one.Name, StringComparer.Ordinal).Take(wanted).ToList();
        return first.Count < wanted ? null : (first[^1].Time!.Value, string.Join(", ", first.Select(one => one.Name)));
    }

    private static T Of<T>(Dictionary<string, T> all, string key)
        where T : new() => all.TryGetValue(key, out var known) ? known : all[key] = new T();
}
