using System.Diagnostics;
using Gates.Formats.Foundation;

namespace Gates.Doors.Processes;

/// <summary>Runs a program of the user's that makes something of a file: the file in, what it makes of it out.</summary>
internal sealed class FilterProgram(string command, TimeSpan patience)
{
    /// <exception cref="EvaluationException">It cannot be started, fails, or takes too long.</exception>
    public async Task<byte[]> RunAsync(FileInfo file, CancellationToken cancellationToken)
    {
        using var process = ChildProcess.Start(new ProcessStartInfo("/bin/sh", ["-c", command])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        using var late = new CancellationTokenSource(patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var output = new MemoryStream();
        try
        {
            await Task.WhenAll(
                FeedAsync(process, file, either.Token),
                process.StandardOutput.BaseStream.CopyToAsync(output, either.Token),
                process.StandardError.BaseStream.CopyToAsync(Stream.Null, either.Token));
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EvaluationException(FormattableString.Invariant($"the program did not end within {patience.TotalSeconds:0} s on {file.Name}"));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        // What it says of its input may hold values: the code has to do.
        return process.ExitCode == 0
            ? output.ToArray()
            : throw new EvaluationException(FormattableString.Invariant(
                $"the program ended with {process.ExitCode} on {file.Name}; what it said is not shown, since it may hold values"));
    }

    private static async Task FeedAsync(Process process, FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = file.OpenRead();
            await input.CopyToAsync(process.StandardInput.BaseStream, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It read no further; its exit code says whether that was right.
        }
    }
}
