using Gates.Pipeline.Results;

namespace Gates.Runner.Reports.Agents;

/// <summary>The run for agents and scripts, instead of the console report.</summary>
/// <param name="output">Nothing else may be written to it.</param>
/// <param name="folder">Where the report files are, as the user would type it.</param>
internal sealed class DocumentReporter(TextWriter output, string? folder) : IReporter
{
    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        RunDocument.From(report, folder).Write(output);
        return output.FlushAsync(cancellationToken);
    }
}
