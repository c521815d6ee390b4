using Gates.Runner.Attesting.Envelopes;

namespace Gates.Runner.Attesting.Verification;

/// <summary>Every bundle among the files: its form, its signature, and the key's right to sign it at its time.</summary>
internal sealed class SignedFiles(VerificationRun verification)
{
    public void Verify()
    {
        var bundles = verification.Files.Paths.AsParallel().Where(IsBundle).ToList();
        if (bundles.Count == 0)
        {
            verification.Add(VerificationFault.NothingSigned, "there is no signed file here (*.sigstore.json)");
        }

        Parallel.ForEach(bundles, path => verification.Try(() => verification.VerifyBundle(path)));
    }

    /// <summary>In the evidence branch bundles are plain <c>.json</c>, beside files of other tools.</summary>
    private bool IsBundle(string path) =>
        path.EndsWith(SigstoreBundle.Extension, StringComparison.Ordinal)
        || (path.StartsWith("audit/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal)
            && verification.Files.Read(path).AsSpan().IndexOf("application/vnd.dev.sigstore.bundle"u8) >= 0);
}
