using System.Globalization;
using System.Threading.Channels;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline;
using Gates.Pipeline.Results;

namespace Gates.Runner.Commands;

/// <summary>
/// Shows which gates are at work. A run only hands over what happened; it is written beside it, so that a terminal that is slow, stopped, closed or
/// broken never holds a run up, and never breaks one.
/// </summary>
internal sealed class RunProgress : IProgress<GateProgress>
{
    /// <value>How long the last lines may take at the end.</value>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Channel<GateProgress?> reports = Channel.CreateUnbounded<GateProgress?>(new UnboundedChannelOptions { SingleReader = true });

    private RunProgress()
    {
    }

    public void Report(GateProgress value) => reports.Writer.TryWrite(value);

    /// <summary>Runs something while its progress is shown.</summary>
    public static async Task<T> ShowAsync<T>(ProgressPlace place, Func<IProgress<GateProgress>, Task<T>> run)
    {
        var progress = new RunProgress();
        var line = place.IsLive ? new LiveLine(place) : null;
        await using var clock = line is null ? null : place.Time.CreateTimer(_ => progress.reports.Writer.TryWrite(null), null, Second, Second);
        var shown = Task.Run(() => progress.WriteAsync(place, line), CancellationToken.None);
        try
        {
            return await run(progress);
        }
        finally
        {
            progress.reports.Writer.TryComplete();
            await shown.WaitAsync(Patience, TimeProvider.System, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WriteAsync(ProgressPlace place, LiveLine? line)
    {
        try
        {
            await foreach (var report in reports.Reader.ReadAllAsync())
            {
                if (line is not null)
                {
                    line.Show(report);
                }
                else if (report is not null && Describe(report) is { } text)
                {
                    await place.Error.WriteLineAsync(text);
                }
            }

            line?.Clear();
        }
        catch (Exception)
        {
            // Whatever is wrong with the display: the run goes on without one.
            reports.Writer.TryComplete();
        }
    }

    private static string? Describe(GateProgress report) => report switch
    {
        { Result: { } result } => string.Create(CultureInfo.InvariantCulture, $"{result.GateId}: {Words.For(result)} ({Prose.Time(result.Elapsed)})"),
        { Note: { } note } => $"{report.GateId}: {Escape.OneLine(note)}",
        _ => null,
    };
}
