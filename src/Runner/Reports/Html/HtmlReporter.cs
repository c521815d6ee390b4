using System.Text;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;

namespace Gates.Runner.Reports.Html;

/// <summary>Writes <c>report.html</c>, one page that needs nothing else.</summary>
/// <param name="folder">Where to.</param>
/// <param name="links">Makes places into links.</param>
internal sealed class HtmlReporter(OutputFolder folder, SourceLinks links) : IReporter
{
    public const string FileName = RunFileNames.Html;

    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        folder.Write(FileName, stream => Write(report, links, stream));
        return Task.CompletedTask;
    }

    public static void Write(RunReport report, SourceLinks links, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 << 10, leaveOpen: true);
        new HtmlPage(report, links, new HtmlWriter(text)).Write();
    }
}
