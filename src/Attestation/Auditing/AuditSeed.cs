using System.Security.Cryptography;
using System.Text;
using Gates.Attestation.Log;

namespace Gates.Attestation.Auditing;

/// <summary>
/// What a sample is drawn with: SHA-256 of the log's checkpoint at the end of the quarter and of what a witness signed first after it, which nobody can
/// know while releases are made.
/// </summary>
/// <param name="Bytes">The seed.</param>
/// <param name="Checkpoint">The log as it was at the end of the quarter.</param>
/// <param name="Cosignature">A witness's cosignature from after the quarter; <see langword="null"/> when there is none.</param>
internal sealed record AuditSeed(byte[] Bytes, Checkpoint Checkpoint, AuditCosignature? Cosignature)
{
    /// <param name="log">The log of the quarter's year.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="witnessed">Cosigned checkpoints of that log.</param>
    /// <returns><see langword="null"/> when nothing was logged in the year until the quarter's end.</returns>
    /// <exception cref="LogException">A cosigned checkpoint is of another log, or contradicts this one.</exception>
    public static AuditSeed? Of(LogReader log, Quarter quarter, IReadOnlyList<WitnessedCheckpoint> witnessed)
    {
        var size = log.All().TakeWhile(leaf => leaf.Time < quarter.To).LongCount();
        if (size == 0)
        {
            return null;
        }

        var checkpoint = log.CheckpointAt(size);
        var first = witnessed.SelectMany(one => one.Cosignatures(log, size)).Where(one => one.Time >= quarter.To).MinBy(one => one.Time);
        byte[] input = [.. Encoding.UTF8.GetBytes(checkpoint.Text), .. first?.Bytes ?? []];
        return new AuditSeed(SHA256.HashData(input), checkpoint, first);
    }
}

/// <summary>What a witness signed.</summary>
/// <param name="Witness">Its name.</param>
/// <param name="Time">When it saw the checkpoint.</param>
/// <param name="Bytes">8 bytes of the time and 64 of the signature, as they stand in the note behind the key's id.</param>
/// <param name="Source">The file.</param>
internal sealed record AuditCosignature(string Witness, DateTimeOffset Time, byte[] Bytes, string Source);

/// <summary>A checkpoint that others signed as well.</summary>
/// <param name="Note">The note.</param>
/// <param name="Witnesses">The witnesses whose word counts.</param>
/// <param name="Source">Its file.</param>
internal sealed record WitnessedCheckpoint(SignedNote Note, IReadOnlyList<WitnessVerifier> Witnesses, string Source)
{
    /// <summary>The cosignatures of a checkpoint that the log continues and that covers all of the quarter.</summary>
    /// <exception cref="LogException">It is of another log, or contradicts this one.</exception>
    public IEnumerable<AuditCosignature> Cosignatures(LogReader log, long size)
    {
        var checkpoint = Checkpoint.Parse(Note.Text, Source);
        log.DemandContinues(checkpoint, Source);
        return checkpoint.Size < size
            ? []
            : Cosignature.All(Note, Witnesses, Source).Select(one => new AuditCosignature(one.Witness.Name, one.Time, one.Bytes, Source));
    }
}
