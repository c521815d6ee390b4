using Gates.Attestation.Keys;
using Gates.Attestation.Log;

namespace Gates.Attestation.Branch;

/// <summary>The checkpoints that witnesses cosigned, as an evidence branch keeps them: each below the log's folder, named after its size.</summary>
internal static class CosignedNotes
{
    /// <summary>Those of a commit that the log's key signed and that the log continues, the smallest first.</summary>
    /// <exception cref="LogException">One of them does not hold.</exception>
    public static async Task<IReadOnlyList<(long Size, SignedNote Note)>> ReadAsync(
        EvidenceRepository repository, string commit, LogReader log, BranchLog store, TrustedKeys trust, CancellationToken cancellationToken)
    {
        var notes = new List<(long Size, SignedNote Note)>();
        foreach (var path in await repository.ListAsync(commit, store.Folder + LogReader.CosignedFolder, cancellationToken))
        {
            var note = SignedNote.Parse(repository.Read(commit, path)!, path);
            var checkpoint = LogReader.Verified(note, trust.ForLog(note, path), path);
            log.DemandContinues(checkpoint, path);
            notes.Add((checkpoint.Size, note));
        }

        return [.. notes.OrderBy(one => one.Size)];
    }
}
