using Gates.Attestation.Envelopes;
using Gates.Attestation.Log;

namespace Gates.Attestation.Verification;

/// <summary>The files that no signature covers: whoever reads "holds" must not take them for verified. Reports of a run that none covers do not hold.</summary>
internal sealed class UncoveredFiles(VerificationRun verification)
{
    private const int MaxNamed = 20;

    public void Verify()
    {
        var paths = verification.Files.Paths;
        if (verification.Files is ArchiveEvidence || LogFolder.IsLayout(paths))
        {
            // The manifest of a pack and the log of a branch have named them already.
            return;
        }

        var named = verification.Named.ToHashSet(StringComparer.Ordinal);
        var uncovered = paths.Where(path => !named.Contains(path) && !SpeaksForItself(path)).ToList();
        if (uncovered.Count == 0)
        {
            return;
        }

        if (!uncovered.Exists(path => RunFolderCheck.IsReport(path, paths)))
        {
            verification.Notes.Enqueue("not covered by any signature: " + Named(uncovered));
            return;
        }

        foreach (var path in uncovered.Take(MaxNamed))
        {
            verification.Add(VerificationFault.NotListed, $"{path}: not covered by any signature");
        }

        if (uncovered.Count > MaxNamed)
        {
            verification.Add(VerificationFault.NotListed, FormattableString.Invariant($"{uncovered.Count - MaxNamed} more files that no signature covers"));
        }

        if (!paths.Any(path => path.EndsWith(Gates.Attestation.Bundles.RunSeal.FileName, StringComparison.Ordinal)))
        {
            verification.Notes.Enqueue(
                $"{Gates.Attestation.Bundles.RunSeal.FileName}, which covers a run's reports, is not here: it was taken away, or the run is of gates 0.1.0, which made none; "
                + "what the bundles themselves say can be verified without the reports");
        }
    }

    /// <summary>Bundles and proofs are verified as what they are, packs each for itself.</summary>
    private bool SpeaksForItself(string path) =>
        verification.Statements.ContainsKey(path)
        || path.EndsWith(SigstoreBundle.Extension, StringComparison.Ordinal)
        || path.EndsWith(TlogProof.Extension, StringComparison.Ordinal)
        || path.EndsWith(".zip", StringComparison.Ordinal);

    private static string Named(List<string> some) =>
        string.Join(", ", some.Take(MaxNamed)) + (some.Count > MaxNamed ? FormattableString.Invariant($" and {some.Count - MaxNamed} more") : "");
}
