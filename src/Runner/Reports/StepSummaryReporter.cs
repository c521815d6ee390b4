using System.Text;
using Gates.Pipeline.Results;

namespace Gates.Runner.Reports;

/// <summary>Appends the summary to the file that <c>GITHUB_STEP_SUMMARY</c> names, beside what the step wrote there already.</summary>
/// <param name="file">The file.</param>
/// <param name="links">See <see cref="SummaryPage.Render"/>.</param>
internal sealed class StepSummaryReporter(string file, string? links) : IReporter
{
    private const int Limit = 1 << 20;
    private const int Least = 8 << 10;

    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        var existing = new FileInfo(file) is { Exists: true } info ? info.Length : 0;
        var room = (int)Math.Min(SummaryPage.MaxBytes, Limit - existing);
        return room < Least
            ? throw new IOException($"the job summary {file} holds {existing} bytes already and GitHub drops it beyond {Limit}")
            : File.AppendAllBytesAsync(file, Encoding.UTF8.GetBytes(SummaryPage.Render(report, links, room)), cancellationToken);
    }
}
