using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;

namespace Gates.Runner.Reports;

/// <summary>Runs every reporter, whatever becomes of the others. A report that fails never changes the verdict, and never fails silently.</summary>
internal sealed class SafeReporters(IReadOnlyList<NamedReporter> reporters, TextWriter errors) : IReporter
{
    private bool essentialFailed;

    public async Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        foreach (var (name, reporter, essential) in reporters)
        {
            try
            {
                await reporter.ReportAsync(report, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                essentialFailed |= essential;
                var line = $"gates: could not write {name}: {exception.Message} The verdict is unchanged ({Words.For(report)}).";
                await errors.WriteLineAsync(Escape.LogLine(Escape.OneLine(line)));
            }
        }
    }

    /// <summary>The run's exit code, once reported: a run whose results nobody can read has not been evaluated.</summary>
    public ExitCode ExitCodeOf(RunReport report) => essentialFailed ? ExitCode.CouldNotEvaluate : report.ExitCode;
}
