using Gates.Pipeline.Results;

namespace Gates.Pipeline.RunFolder;

/// <summary>Writes <see cref="ResultsFile"/>, the report for programs.</summary>
internal sealed class JsonReporter(OutputFolder folder) : IReporter
{
    public const string FileName = RunFileNames.Results;

    /// <value>
    /// The same about the change's own edits of what judges it, where there are some. Nothing but <c>gates publish</c> reads it, when their owners have
    /// approved them.
    /// </value>
    public const string ProposedFileName = RunFileNames.Proposed;

    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        folder.Write(FileName, ResultsFile.From(report).Write);
        if (report.Proposed is not null)
        {
            var verdict = Verdicts.OfRun(report.ProposedResults);
            IReadOnlyList<GateResult> results = [.. report.ProposedResults.Select(gate => gate with { Pages = [] })];
            var proposed = report with { Results = results, Verdict = verdict, Notes = [], Proposed = null };
            folder.Write(ProposedFileName, ResultsFile.From(proposed).Write);
        }

        return Task.CompletedTask;
    }
}
