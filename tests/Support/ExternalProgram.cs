using System.Diagnostics;

namespace Support;

/// <summary>Runs programs of others and of this repository's scripts.</summary>
public static class ExternalProgram
{
    /// <summary>Whether the program is on PATH.</summary>
    public static bool Exists(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, name)));

    /// <summary>Runs to the end; one that does not end in time is killed and reported.</summary>
    public static ProgramOutput Run(
        string program,
        IEnumerable<string> arguments,
        string? directory = null,
        IReadOnlyDictionary<string, string>? environment = null,
        TimeSpan? timeout = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = directory ?? Directory.GetCurrentDirectory(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var patience = timeout ?? TimeSpan.FromMinutes(5);
        // Its streams end with it, unless something that it started holds them.
        if (!process.WaitForExit(patience) || !Task.WaitAll([output, error], patience))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} did not end in time.");
        }

        return new ProgramOutput(process.ExitCode, output.Result, error.Result);
    }
}
