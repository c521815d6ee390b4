using System.ComponentModel;
using System.Diagnostics;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;

namespace Gates.Doors.TypeChecks;

/// <summary>The author's own TypeScript compiler: the only code that starts Node.js.</summary>
/// <param name="Program">What is started: <c>node</c>, or <c>tsc</c> itself.</param>
/// <param name="Script">What node runs; <see langword="null"/> when the program is the compiler.</param>
internal sealed record Tsc(string Program, string? Script)
{
    /// <value>Policies take a second or two, also all of a repository's at once; one that takes this long never ends.</value>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private const int MaxOutput = 8 << 20;

    /// <summary>Runs it, with nothing of our environment but the search path.</summary>
    /// <returns>What it printed, whatever it found.</returns>
    /// <exception cref="EvaluationException">It cannot be started, crashed, or did not end.</exception>
    public async Task<string> RunAsync(IReadOnlyList<string> arguments, string folder, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var process = Start(arguments, folder);
        try
        {
            process.StandardInput.Close();
            var errors = ProgramOutput.ReadAsync(process.StandardError.BaseStream, MaxOutput, either.Token);
            var output = (await ProgramOutput.ReadAsync(process.StandardOutput.BaseStream, MaxOutput, either.Token)).Text;
            var last = (await errors).LastError;
            await process.WaitForExitAsync(either.Token);
            await ChildProcess.CheckAsync(process, cancellationToken);

            // 1 and 2: there are problems; which of the two depends on the version.
            return process.ExitCode is >= 0 and <= 2 && (process.ExitCode == 0 || output.Length > 0)
                ? output
                : throw new EvaluationException($"{Script ?? Program} failed: {last}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new EvaluationException($"{Script ?? Program} did not end within {Deadline.TotalSeconds:0} s");
        }
    }

    private Process Start(IReadOnlyList<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(Program, Script is null ? arguments : [Script, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = ProgramFinder.SearchPath();
        try
        {
            return ChildProcess.Start(start);
        }
        catch (Win32Exception e)
        {
            throw new EvaluationException($"{Program} cannot be started: {e.Message}", e);
        }
    }
}
