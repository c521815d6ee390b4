using Gates.Pipeline.Results;

namespace Gates.Pipeline.RunFolder;

/// <summary>Writes the pages that policies handed over, before <c>results.json</c> names them by their digests.</summary>
internal sealed class PageReporter(OutputFolder folder) : IReporter
{
    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        foreach (var file in report.Results.SelectMany(gate => gate.Pages.Select(page => PageFile.Of(gate, page))))
        {
            folder.Write(file.Name, stream => stream.Write(file.Content));
        }

        return Task.CompletedTask;
    }
}
