using System.Globalization;
using Gates.Attestation.Keys;
using Gates.Doors.Files;
using Gates.Doors.Load;
using Gates.Doors.Load.Recording;
using Gates.Doors.LoadEngines;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.LoadPlans;
using Gates.Formats.LoadSummaries;
using Gates.Pipeline;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Html;

namespace Gates.Runner.Commands.Load;

/// <summary>Reads a load test, makes its load, and writes what was measured.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="interruption">Keeps the process until what was measured is written.</param>
internal sealed class LoadSession(LoadRequest request, Interruption interruption)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var variables = PrivateKeySource.Taken(Environment.GetEnvironmentVariable);
        foreach (var (option, path) in request.Places)
        {
            OutputPlace.Demand(option, path, Environment.CurrentDirectory, variables);
        }

        var plan = LoadPlanReader.Read(Text(request.File), request.File, new PlanSurroundings(path => Text(Path.Combine(Folder, path)), variables));
        if (plan.Engine == LoadEngine.K6)
        {
            var k6 = new K6Program(plan, Path.GetFullPath(Folder));
            return (int)await k6.RunAsync(K6Outputs(), line => Console.Out.WriteLine(TerminalLine.Of(line)), cancellationToken);
        }

        using var points = request.Points is { } file ? PointFile.Create(Path.GetFullPath(file)) : null;
        interruption.Hold();
        var summary = await RunProgress.ShowAsync(
            Terminal.Progress(variables),
            progress => new LoadDriver(plan, TimeProvider.System) { Points = points?.Writer, Progress = Told(progress, Terminal.Progress(variables).IsLive) }
                .RunAsync(cancellationToken));
        points?.Finish();
        WriteFiles(summary);
        interruption.Release();
        await Console.Out.WriteAsync(request.IsJson
            ? System.Text.Encoding.UTF8.GetString(new SummaryWriter(summary).HandleSummary())
            : LoadPrinter.Text(summary));
        interruption.Done();
        return (int)Code(summary);
    }

    private static ExitCode Code(LoadSummary summary) => summary switch
    {
        { Stopped: "interrupted" } or { Answered: 0 } => ExitCode.CouldNotEvaluate,
        { Holds: false } => ExitCode.Fails,
        _ => ExitCode.Holds,
    };

    /// <summary>Each second on a terminal; elsewhere a line now and then.</summary>
    private static Action<LoadProgress> Told(IProgress<GateProgress> progress, bool isLive)
    {
        var (next, before) = (TimeSpan.Zero, new LoadProgress(TimeSpan.Zero, 0, 0, 0, 0));
        return now =>
        {
            if (now.Elapsed < next)
            {
                return;
            }

            next = isLive ? TimeSpan.Zero : now.Elapsed + BetweenLines;
            var seconds = (now.Elapsed - before.Elapsed).TotalSeconds;
            var rate = seconds > 0.1 ? (now.Requests - before.Requests) / seconds : 0;
            before = now;
            progress.Report(new GateProgress("load", null)
            {
                Note = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{now.Requests:N0} requests ({rate:N0}/s), {now.Failed:N0} failed, {now.Dropped:N0} dropped, {now.Users:N0} users at work"),
            });
        };
    }

    private string Folder => Path.GetDirectoryName(request.File) is { Length: > 0 } folder ? folder : ".";

    private List<string> K6Outputs()
    {
        if ((request.Summary ?? request.Machine ?? request.Page) is not null || request.IsJson)
        {
            throw new UsageException("with `engine: k6` only --summary-export and --points can be written; handleSummary belongs to the script");
        }

        return
        [
            .. request.Export is { } export ? new[] { "--summary-export", Path.GetFullPath(export) } : [],
            .. request.Points is { } points ? new[] { "--out", "json=" + Path.GetFullPath(points) } : [],
        ];
    }

    private void WriteFiles(LoadSummary summary)
    {
        var writer = new SummaryWriter(summary);
        Write(request.Summary, writer.HandleSummary);
        Write(request.Export, writer.SummaryExport);
        Write(request.Machine, writer.MachineReadable);
        Write(request.Page, () => LoadPage.Write(summary));
    }

    private static void Write(string? path, Func<byte[]> content)
    {
        if (path is not null)
        {
            var full = Path.GetFullPath(path);
            new WholeFile(new DirectoryInfo(Path.GetDirectoryName(full)!), Path.GetFileName(full), "gates load").Write(content());
        }
    }

    private static string Text(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return DocumentText.Read(stream, path, new DocumentLimits());
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Say.Path(path)}: cannot be read: {e.Message}");
        }
    }
}
