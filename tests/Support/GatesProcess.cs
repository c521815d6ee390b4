using System.Diagnostics;

namespace Support;

/// <summary>Runs the real program as a user would, outside any job of the machine that runs the tests.</summary>
public static class GatesProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs to the end; one that does not end in time is killed and reported.</summary>
    /// <param name="directory">The working directory.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="environment">Variables to add.</param>
    public static GatesOutput Run(string directory, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(directory, arguments, environment);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        // Its streams end with it, unless something that it started holds them.
        if (!process.WaitForExit(Patience) || !Task.WaitAll([output, error], Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"gates {string.Join(' ', arguments)} did not end within {Patience.TotalMinutes} minutes in {directory}.");
        }

        return new GatesOutput(process.ExitCode, output.Result, error.Result);
    }

    public static Process Start(string directory, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = Describe(Repository.Gates, arguments, directory);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>How a program is started outside any job of this machine, with its streams connected.</summary>
    internal static ProcessStartInfo Describe(string program, IReadOnlyList<string> arguments, string directory)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        string[] foreign = ["GITHUB_", "INPUT_", "GATES_EVIDENCE_KEY", "GATES_LOG_KEY", "GATES_RELEASE_KEY", "GATES_ARCHIVE_KEY", "AWS_"];
        foreach (var name in start.Environment.Keys.Where(name => foreign.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}
