using Gates.Attestation.Log;

namespace Gates.Attestation.Verification.Witnesses;

/// <summary>That as many witnesses saw what is logged as the verifier wants.</summary>
/// <param name="verification">What is found.</param>
/// <param name="witnesses">What they saw.</param>
internal sealed class WitnessDemand(VerificationRun verification, WitnessedLogs witnesses)
{
    /// <param name="logs">The logs that are here whole.</param>
    /// <param name="unwitnessed">Single entries whose proofs have too few cosignatures.</param>
    public void Verify(IEnumerable<Checkpoint> logs, IReadOnlyList<(string Source, long Index, string Origin)> unwitnessed)
    {
        foreach (var line in witnesses.Lines)
        {
            verification.Notes.Enqueue(line);
        }

        var wanted = verification.Trust.WantedWitnesses;
        if (wanted == 0)
        {
            return;
        }

        var whole = logs.ToDictionary(log => log.Origin, StringComparer.Ordinal);
        foreach (var log in whole.Values.Where(log => witnesses.SeenByEnough(log.Origin) < log.Size))
        {
            verification.Add(
                VerificationFault.NotWitnessed,
                FormattableString.Invariant(
                    $"{log.Origin}: {wanted} of the witnesses that are trusted saw {witnesses.SeenByEnough(log.Origin)} of its {log.Size} entries"));
        }

        foreach (var (source, index, origin) in unwitnessed.Where(one => !whole.ContainsKey(one.Origin)))
        {
            verification.Add(
                VerificationFault.NotWitnessed,
                FormattableString.Invariant(
                    $"{source}: entry {index} of {origin}: fewer than {wanted} of the witnesses that are trusted cosigned its checkpoint"));
        }

        if (verification.Times is null)
        {
            verification.Add(VerificationFault.NotWitnessed, "nothing here is in a log, so no witness saw it");
        }
    }
}
