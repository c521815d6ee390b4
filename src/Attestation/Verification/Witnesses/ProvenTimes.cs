using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;

namespace Gates.Attestation.Verification.Witnesses;

/// <summary>
/// What is known of when a signature was there, the best proof first: its own timestamp, witnesses, the log's word, a later entry that names it.
/// </summary>
/// <param name="stamped">By a timestamp authority or a public log.</param>
/// <param name="entry">Its entry in our log.</param>
/// <param name="committed">When something that names it was logged.</param>
internal sealed class ProvenTimes(DateTimeOffset? stamped, LoggedEntry? entry, DateTimeOffset? committed)
{
    private readonly IReadOnlyList<(DateTimeOffset Time, string Source)> times =
    [
        .. stamped is { } time ? [(time, "the timestamps that signatures bring along")] : Array.Empty<(DateTimeOffset Time, string Source)>(),
        .. entry?.Witnessed is { } seen ? [(seen.Time, "cosignatures of " + seen.Names)] : Array.Empty<(DateTimeOffset Time, string Source)>(),
        .. entry is not null ? [(entry.Time, "")] : Array.Empty<(DateTimeOffset Time, string Source)>(),
        .. committed is { } named ? [(named, "")] : Array.Empty<(DateTimeOffset Time, string Source)>(),
    ];

    public bool Any => times.Count > 0;

    /// <summary>
    /// Whether a trusted key signed in its time. A witness comes after the log, maybe days: where its time is past the end of a key, the log's word still
    /// shows that it was not. A revoked key is another matter, since whoever stole it may have the log's too: only the best proof counts then.
    /// </summary>
    /// <returns>The answer, and which better proof than the log's word gave it, or nothing.</returns>
    public (SignatureVerdict Verdict, string Source) Check(TrustedKeys trust, DsseEnvelope envelope, KeyUse use, DateTimeOffset now)
    {
        if (times.Count == 0)
        {
            return (trust.Check(envelope, use, now), "");
        }

        SignatureVerdict? best = null;
        foreach (var (time, source) in times)
        {
            var verdict = trust.Check(envelope, use, time);
            if (verdict.Signer is not null)
            {
                return (verdict, source);
            }

            best ??= verdict;
            if (!verdict.IsTooLate || verdict.IsRevoked)
            {
                break;
            }
        }

        return (best!, "");
    }
}
