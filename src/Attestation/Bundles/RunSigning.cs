using Gates.Attestation.Statements;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;

namespace Gates.Attestation.Bundles;

/// <summary>Signs a run into its output folder: all of it, or nothing and then the run does not count as evaluated.</summary>
/// <param name="folder">Where to.</param>
/// <param name="evidence">What the run can be judged again with.</param>
/// <param name="random">Random bytes, as many as asked.</param>
/// <param name="errors">Where a failure is told.</param>
internal sealed class RunSigning(OutputFolder folder, EvidenceRecorder evidence, Func<int, byte[]> random, TextWriter errors)
{
    /// <summary>The report as it is to be shown: with how it is signed.</summary>
    public async Task<RunReport> SignAsync(RunReport report, RunSigner signer, RunFacts facts)
    {
        report = report with { Signature = signer.Signature };
        if (signer.Signer is not { } statements)
        {
            return report;
        }

        IReadOnlyList<BundleFile> files = [];
        try
        {
            files = await RunBundles.OfAsync(report, Signed(report), facts, statements, random);
            foreach (var file in files)
            {
                folder.Write(file.Name, stream => stream.Write(file.Content), file.IsPrivate);
            }

            return report;
        }
        catch (Exception e)
        {
            foreach (var file in files)
            {
                folder.Remove(file.Name);
            }

            await errors.WriteLineAsync(
                Escape.LogLine(
                    Escape.OneLine($"gates: this run could not be signed: {e.Message} The verdict is unchanged ({Words.For(report)}), but nothing proves it.")));
            return report with { Signature = RunSignature.Missing("it could not be signed") };
        }
    }
    /// <summary>All gates; of an interrupted run, those alone that do not say PASSED, so that nothing signed of it reads like a run that held.</summary>
    private IReadOnlyList<KeptGate> Signed(RunReport report) =>
        [.. evidence.Keep(report).Where(gate => !report.Interrupted || GateStatement.Result(gate.Result.Verdict) != GateStatement.Passed)];
}
