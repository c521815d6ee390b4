using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gates.Runner.Processes;

namespace Gates.Runner.Git;

/// <summary>The only code that starts git. The working directory is hostile: no hook, monitor, external diff or text conversion of its configuration runs.</summary>
/// <param name="directory">Where it runs.</param>
/// <param name="token">For the server of this job, over HTTP.</param>
/// <param name="settings">Configuration for these commands only, which may be secret.</param>
internal sealed class GitCommand(string directory, string? token = null, IReadOnlyDictionary<string, string>? settings = null)
{
    private const int ErrorLength = 2_000;

    /// <summary>Runs git to its end.</summary>
    /// <param name="arguments">The command.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <param name="input">What it reads.</param>
    /// <exception cref="EvaluationException">git is not installed.</exception>
    public async Task<GitOutput> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken, ReadOnlyMemory<byte> input = default)
    {
        using var process = Start(arguments);
        using var output = new MemoryStream();
        try
        {
            var errors = process.StandardError;
            var error = errors.ReadToEndAsync(cancellationToken);
            await FeedAsync(process, input, cancellationToken);
            await process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
            var message = await error;
            await process.WaitForExitAsync(cancellationToken);
            await ChildProcess.CheckAsync(process, cancellationToken);
            return new GitOutput(process.ExitCode, output.ToArray(), Shorten(message));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts git with its streams connected; the caller ends it.</summary>
    /// <exception cref="EvaluationException">git is not installed.</exception>
    public Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            UseShellExecute = false,
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        string[] guards =
        [
            "-c", "safe.directory=" + directory, "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
            "-c", "core.untrackedCache=false", "-c", "protocol.ext.allow=never", "-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=20", "--no-pager", "--no-optional-locks", "--literal-pathspecs",
        ];
        foreach (var argument in guards.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_ASKPASS"] = "/bin/false";
        start.Environment["GIT_NO_REPLACE_OBJECTS"] = "1";
        foreach (var inherited in (string[])["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_EXTERNAL_DIFF", "GIT_CONFIG_PARAMETERS"])
        {
            start.Environment.Remove(inherited);
        }

        AddSettings(start);
        try
        {
            return ChildProcess.Start(start);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new EvaluationException("git is not installed, or not on the PATH; gates needs it to read the repository", e);
        }
    }

    /// <summary>What is secret travels in the environment, where neither the process list nor a URL shows it.</summary>
    private void AddSettings(ProcessStartInfo start)
    {
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        if (!string.IsNullOrEmpty(token))
        {
            var server = Environment.GetEnvironmentVariable("GITHUB_SERVER_URL") is { Length: > 0 } url ? url.TrimEnd('/') : "https://github.com";
            all[$"http.{server}/.extraheader"] = "AUTHORIZATION: basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("x-access-token:" + token));
        }

        if (all.Count == 0)
        {
            return;
        }

        start.Environment["GIT_CONFIG_COUNT"] = all.Count.ToString(CultureInfo.InvariantCulture);
        foreach (var (index, (key, value)) in all.Index())
        {
            start.Environment[FormattableString.Invariant($"GIT_CONFIG_KEY_{index}")] = key;
            start.Environment[FormattableString.Invariant($"GIT_CONFIG_VALUE_{index}")] = value;
        }
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading everything; its exit code says why.
        }
    }

    private static string Shorten(string message)
    {
        var trimmed = message.Trim();
        return trimmed.Length <= ErrorLength ? trimmed : trimmed[..ErrorLength] + "…";
    }
}
