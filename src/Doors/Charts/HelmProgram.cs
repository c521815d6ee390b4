using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Gates.Doors.Files;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;

namespace Gates.Doors.Charts;

/// <summary>This machine's <c>helm</c>, which renders charts that nobody here wrote: the only code that starts it.</summary>
/// <param name="program">Its path.</param>
internal sealed class HelmProgram(string program)
{
    private const int MaxOutput = 16 << 20;
    private const int MaxErrors = 64 << 10;
    private const int MaxReason = 300;

    /// <value>A chart takes a second; one that takes this long never ends.</value>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>The program of the search path; <see langword="null"/> when there is none outside the workspace.</summary>
    public static HelmProgram? Find() => ProgramFinder.Find("helm") is { } path ? new HelmProgram(path) : null;

    /// <summary>
    /// Renders a chart. The program gets nothing of our environment: no token, no kubeconfig, no plugins, no repositories, and a home of its own that is empty.
    /// It does not ask a cluster, and does not look names up.
    /// </summary>
    /// <param name="chart">A folder that holds the chart's files and nothing else.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The objects as YAML.</returns>
    /// <exception cref="EvaluationException">It cannot be started, refused the chart, did not end, or wrote too much.</exception>
    public async Task<string> RenderAsync(string chart, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var process = Start(chart);
        try
        {
            process.StandardInput.Close();
            var errors = ProgramOutput.ReadAsync(process.StandardError.BaseStream, MaxErrors, either.Token);
            var output = await ProgramOutput.ReadAsync(process.StandardOutput.BaseStream, MaxOutput, either.Token);
            var last = (await errors).LastError;
            await process.WaitForExitAsync(either.Token);
            await ChildProcess.CheckAsync(process, cancellationToken);
            return process.ExitCode != 0 ? throw new EvaluationException("helm refused it: " + (last.Length > MaxReason ? last[..MaxReason] + "…" : last))
                : output.IsWhole ? output.Text
                : throw new EvaluationException($"it renders to more than {(MaxOutput >> 20).ToString(CultureInfo.InvariantCulture)} MiB");
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new EvaluationException($"helm did not end within {Deadline.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start(string chart)
    {
        var home = TemporaryFolders.Create("helm");
        var start = new ProcessStartInfo(program, ["template", "gates", chart])
        {
            WorkingDirectory = home,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = ProgramFinder.SearchPath();
        foreach (var name in (ReadOnlySpan<string>)["HOME", "HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME", "HELM_PLUGINS", "TMPDIR"])
        {
            start.Environment[name] = home;
        }

        try
        {
            return ChildProcess.Start(start);
        }
        catch (Win32Exception e)
        {
            throw new EvaluationException($"{program} cannot be started: {e.Message}", e);
        }
    }
}
