using System.Buffers.Binary;
using System.Text;
using Gates.Attestation.Log;

namespace Gates.Attestation.Sigstore;

/// <summary>
/// Whether an entry stands in a signature log that is trusted: Rekor v1 promises it with a time (the signed entry timestamp) and proves it against a
/// checkpoint; v2, a log of tiles, proves it and tells no time.
/// </summary>
internal static class SignatureLogCheck
{
    /// <returns>The log, and the time that it vouches for; <see langword="null"/> when the log is not known: the entry then counts for nothing.</returns>
    /// <exception cref="SigstoreRefusal">The log is known, and the entry does not hold.</exception>
    public static (TrustedLog Log, DateTimeOffset? Time)? Check(TransparencyEntry entry, IReadOnlyList<TrustedLog> logs)
    {
        if (logs.FirstOrDefault(log => log.Id.AsSpan().SequenceEqual(entry.LogId)) is not { Key: { } key } known)
        {
            return null;
        }

        var time = entry.Promise.Length > 0 && !entry.IsOfTiles ? Promised(entry, known, key) : null as DateTimeOffset?;
        if (entry.Proof is { } proof)
        {
            Prove(entry, proof, known, key);
        }

        return time is null && entry.Proof?.Checkpoint is null
            ? throw Refuse($"its entry {entry.Index} of {known.Url} has neither a promise nor a proof")
            : (known, time);
    }

    private static DateTimeOffset Promised(TransparencyEntry entry, TrustedLog log, SigstoreKey key)
    {
        // RFC 8785 of these four members, none of which needs escaping.
        var (body, id) = (Convert.ToBase64String(entry.Body), Convert.ToHexStringLower(entry.LogId));
        var signed = FormattableString.Invariant(
            $$"""{"body":"{{body}}","integratedTime":{{entry.IntegratedTime}},"logID":"{{id}}","logIndex":{{entry.Index}}}""");
        if (!key.Verify(Encoding.UTF8.GetBytes(signed), entry.Promise))
        {
            throw Refuse($"the signed entry timestamp of its entry {entry.Index} of {log.Url} is forged, or of another entry");
        }

        if (entry.IntegratedTime is <= 0 or > uint.MaxValue)
        {
            throw Refuse($"its entry {entry.Index} of {log.Url} has no time");
        }

        var time = DateTimeOffset.FromUnixTimeSeconds(entry.IntegratedTime);
        return log.Validity.Contains(time)
            ? time
            : throw Refuse($"the key of the log {log.Url} counted {log.Validity}, and the entry is of {EvidenceTime.Write(time)}");
    }

    private static void Prove(TransparencyEntry entry, InclusionProof proof, TrustedLog log, SigstoreKey key)
    {
        var place = FormattableString.Invariant($"its entry {entry.Index} of {log.Url}");
        if (entry.IsOfTiles && proof.Index != entry.Index)
        {
            throw Refuse(FormattableString.Invariant($"{place}: the inclusion proof is of the entry {proof.Index}"));
        }

        if (proof.Root.Length != MerkleHash.Size
            || proof.Hashes.Any(hash => hash.Length != MerkleHash.Size)
            || !MerkleProof.IsIncluded(MerkleHash.Leaf(entry.Body), proof.Index, proof.Size, proof.Hashes, proof.Root))
        {
            throw Refuse($"{place}: the inclusion proof does not lead to its root");
        }

        if (proof.Checkpoint is not { } text)
        {
            return;
        }

        try
        {
            var note = SignedNote.Parse(Encoding.UTF8.GetBytes(text), "its checkpoint");
            DemandSignature(note, entry, log, key, place);
            var checkpoint = Checkpoint.Parse(note.Text, "its checkpoint");
            if (checkpoint.Size != proof.Size || !checkpoint.Root.AsSpan().SequenceEqual(proof.Root))
            {
                throw Refuse($"{place}: the checkpoint commits to another tree than the inclusion proof");
            }

            if (entry.IsOfTiles && checkpoint.Origin != log.Host)
            {
                throw Refuse($"{place}: the checkpoint is of the log \"{checkpoint.Origin}\", not of {log.Host}");
            }
        }
        catch (LogException e)
        {
            throw new SigstoreRefusal(VerificationStep.Log, $"{place}: {e.Message}", e);
        }
    }

    /// <summary>Lines of others, such as witnesses, say nothing; a line that claims the log's key must be its own.</summary>
    private static void DemandSignature(SignedNote note, TransparencyEntry entry, TrustedLog log, SigstoreKey key, string place)
    {
        var signed = Encoding.UTF8.GetBytes(note.Text);
        var own = note.Signatures.Where(line => (!entry.IsOfTiles || line.Name == log.Host) && IsHint(line, log, key)).ToList();
        if (own.Count == 0)
        {
            throw Refuse($"{place}: the log's key did not sign the checkpoint; signed by {string.Join(", ", note.Signatures.Select(line => line.Name))}");
        }

        if (!own.TrueForAll(line => key.Verify(signed, line.Bytes)))
        {
            throw Refuse($"{place}: the checkpoint's signature is forged");
        }
    }

    /// <summary>The first four bytes of the key's digest, of the log's id, or, for Ed25519, of what C2SP makes of name and key.</summary>
    private static bool IsHint(NoteSignature line, TrustedLog log, SigstoreKey key) =>
        line.KeyId == BinaryPrimitives.ReadUInt32BigEndian(key.Fingerprint)
            || (log.Id.Length >= sizeof(uint) && line.KeyId == BinaryPrimitives.ReadUInt32BigEndian(log.Id))
            || (key.Edwards is { } edwards && line.KeyId == new NoteVerifier(line.Name, edwards).KeyId);

    private static SigstoreRefusal Refuse(string message) => new(VerificationStep.Log, message);
}
