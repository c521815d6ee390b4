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
/// <param name="signer">Signs evidence; the caller disposes of it.</param>
internal sealed class RunSeal(OutputFolder folder, RunFacts facts, IStatementSigner signer) : IReporter
{
    /// <value>No gate's id begins with an underscore.</value>
    public const string FileName = $"{RunBundles.Folder}/_run{SigstoreBundle.Extension}";

    public async Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        if (report.Signature?.KeyId is null)
        {
            return;
        }

        try
        {
            var bundle = await signer.SignAsync(RunFiles.Of(report, facts, folder.Written.ToList()).ToBytes(), cancellationToken);
            folder.Write(FileName, stream => stream.Write(bundle));
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
