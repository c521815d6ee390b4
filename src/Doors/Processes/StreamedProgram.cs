using System.Diagnostics;

namespace Gates.Doors.Processes;

/// <summary>Runs a program with nothing of our environment, a file as its input, and hears what it says as it comes.</summary>
/// <param name="program">Its absolute path.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="environment">All variables that it gets.</param>
internal sealed class StreamedProgram(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
{
    private const int MaxSaid = 4 << 20;

    /// <param name="folder">Where it runs.</param>
    /// <param name="input">What it reads; <see langword="null"/> for nothing.</param>
    /// <param name="say">Takes what it says on both streams; from several threads, one at a time.</param>
    /// <param name="cancellationToken">Ends it, with all that it started.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(string folder, Stream? input, Action<string> say, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = ChildProcess.Start(start);
        try
        {
            var exclusive = new Lock();
            await Task.WhenAll(
                FeedAsync(process, input, cancellationToken),
                ListenAsync(process.StandardOutput, say, exclusive, cancellationToken),
                ListenAsync(process.StandardError, say, exclusive, cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        await ChildProcess.CheckAsync(process, cancellationToken);
        return process.ExitCode;
    }

    private static async Task FeedAsync(Process process, Stream? input, CancellationToken cancellationToken)
    {
        try
        {
            if (input is not null)
            {
                await input.CopyToAsync(process.StandardInput.BaseStream, cancellationToken);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It read no further; its exit code says whether that was right.
        }
    }

    private static async Task ListenAsync(StreamReader output, Action<string> say, Lock exclusive, CancellationToken cancellationToken)
    {
        var buffer = new char[4_096];
        var said = 0;
        for (int read; (read = await output.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if ((said += read) <= MaxSaid)
            {
                lock (exclusive)
                {
                    say(new string(buffer, 0, read));
                }
            }
        }
    }
}
