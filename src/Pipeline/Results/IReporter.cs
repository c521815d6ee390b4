namespace Gates.Pipeline.Results;

/// <summary>Writes a finished run somewhere.</summary>
internal interface IReporter
{
    Task ReportAsync(RunReport report, CancellationToken cancellationToken);
}
