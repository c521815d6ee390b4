using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;

namespace Gates.Attestation.Bundles;

/// <summary>
/// Signs the digests of all files of a run, the reports and <c>run.json</c> among them. It comes after those; where it cannot be made, nothing of the run
/// stays signed.
/// </summary>
/// <param name="folder">Where the run left its files.</param>
/// <param name="facts">What the run was about.</param>
/// <param name="key">The evidence key; the caller disposes of it.</param>
internal sealed class RunSeal(OutputFolder folder, RunFacts facts, Ed25519PrivateKey key) : IReporter
{
    /// <value>No gate's id begins with an underscore.</value>
    public const string FileName = $"{RunBundles.Folder}/_run{SigstoreBundle.Extension}";

    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        if (report.Signature?.KeyId is null)
        {
            return Task.CompletedTask;
        }

        try
        {
            var bundle = SigstoreBundle.Sign(RunFiles.Of(report, facts, folder.Written.ToList()).ToBytes(), key).ToBytes();
            folder.Write(FileName, stream => stream.Write(bundle));
            return Task.CompletedTask;
        }
        catch
        {
            foreach (var name in folder.Written.Keys.Where(IsSigned).ToList())
            {
                folder.Remove(name);
            }

            throw;
        }
    }

    private static bool IsSigned(string name) =>
        name.StartsWith(RunBundles.Folder + "/", StringComparison.Ordinal) || name is RunBundles.ProvName or RunBundles.DisclosuresName;
}
