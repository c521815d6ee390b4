using Gates.Attestation.Log;

namespace Gates.Attestation.Verification.Witnesses;

/// <summary>The checkpoints of earlier days that a log keeps because witnesses cosigned them: <c>log/YEAR/cosigned/SIZE</c>.</summary>
internal static class CosignedFiles
{
    /// <summary>Reads them; each must be signed by the log and named after its size.</summary>
    /// <param name="verification">The files.</param>
    /// <param name="folder">The log's.</param>
    /// <param name="witnesses">Whose cosignatures count.</param>
    /// <returns>What the log must continue.</returns>
    public static IReadOnlyList<(string Source, Checkpoint Checkpoint)> Read(VerificationRun verification, LogFolder folder, WitnessedLogs witnesses)
    {
        var found = new List<(string Source, Checkpoint Checkpoint)>();
        foreach (var path in verification.Files.Paths.Where(path => path.StartsWith(folder.Path + LogReader.CosignedFolder, StringComparison.Ordinal)))
        {
            verification.Try(() =>
            {
                var note = SignedNote.Parse(verification.Files.Read(path)!, path);
                var checkpoint = LogReader.Verified(note, verification.Trust.ForLog(note, path), path);
                if (path != folder.Path + LogReader.CosignedPath(checkpoint.Size))
                {
                    throw new LogException(LogFault.Malformed, FormattableString.Invariant($"{path}: is the checkpoint of {checkpoint.Size} entries"));
                }

                witnesses.Add(checkpoint, witnesses.Read(note, path));
                found.Add((path, checkpoint));
            });
        }

        return found;
    }
}
