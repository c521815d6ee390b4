using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Verification;

/// <summary>Every bundle among the files: its form, its signature, and the key's right to sign it at its time.</summary>
internal sealed class SignedFilesCheck(VerificationRun verification)
{
    private int bundles;

    public void Verify()
    {
        Parallel.ForEach(verification.Files.Paths.Where(MayBeBundle).Chunk(IEvidenceFiles.AtOnce).ToList(), Verify);
        if (bundles == 0)
        {
            verification.Add(VerificationFault.NothingSigned, "there is no signed file here (*.sigstore.json)");
        }
    }

    private void Verify(string[] paths)
    {
        IReadOnlyList<byte[]?> files;
        try
        {
            files = verification.Files.ReadAll(paths);
        }
        catch (EvidenceFormatException) when (paths.Length > 1)
        {
            Array.ForEach(paths, path => Verify([path]));
            return;
        }
        catch (EvidenceFormatException e)
        {
            verification.Add(VerificationFault.Malformed, e.Message);
            return;
        }

        foreach (var (path, bytes) in paths.Zip(files))
        {
            if (bytes is not null && IsBundle(path, bytes))
            {
                Interlocked.Increment(ref bundles);
                verification.Try(() => verification.VerifyBundle(path, bytes));
            }
        }
    }

    /// <summary>In the evidence branch bundles are plain <c>.json</c>, beside files of other tools; one that is named alone may be called anything.</summary>
    private bool MayBeBundle(string path) =>
        HasItsName(path)
        || ((path.StartsWith("audit/", StringComparison.Ordinal) || verification.Files is SingleFile) && path.EndsWith(".json", StringComparison.Ordinal));

    private static bool IsBundle(string path, byte[] bytes) => HasItsName(path) || bytes.AsSpan().IndexOf("application/vnd.dev.sigstore.bundle"u8) >= 0;

    private static bool HasItsName(string path) => path.EndsWith(SigstoreBundle.Extension, StringComparison.Ordinal);
}
