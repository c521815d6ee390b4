using System.Text;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;

namespace Gates.Runner.Reports;

/// <summary>Writes <c>summary.md</c>.</summary>
/// <param name="folder">Where to.</param>
/// <param name="links">See <see cref="SummaryPage.Render"/>.</param>
internal sealed class SummaryReporter(OutputFolder folder, string? links) : IReporter
{
    public const string FileName = RunFileNames.Summary;

    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        folder.Write(FileName, stream => stream.Write(Encoding.UTF8.GetBytes(SummaryPage.Render(report, links))));
        return Task.CompletedTask;
    }
}
