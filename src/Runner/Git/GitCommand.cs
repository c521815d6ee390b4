using System.Diagnostics;
using System.Text;

namespace Gates.Runner.Git;

/// <summary>The only code that starts git. The working directory is hostile: no hook, monitor, external diff or text conversion of its configuration runs.</summary>
internal sealed class GitCommand(string directory, string? token = null)
{
    private const int ErrorLength = 2_000;

    /// <summary>Runs git to its end.</summary>
    /// <exception cref="EvaluationException">git is not installed.</exception>
    public async Task<GitOutput> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        try
        {
            var errors = process.StandardError;
            var error = errors.ReadToEndAsync(cancellationToken);
            await process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
            var message = await error;
            await process.WaitForExitAsync(cancellationToken);
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
            "-c", "core.untrackedCache=false", "-c", "protocol.ext.allow=never", "--no-pager", "--no-optional-locks", "--literal-pathspecs",
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

        AddToken(start);
        try
        {
            return Process.Start(start) ?? throw new EvaluationException("git could not be started");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new EvaluationException("git is not installed, or not on the PATH; gates needs it to read the repository", e);
        }
    }

    /// <summary>The token travels in the environment, where neither the process list nor a URL shows it.</summary>
    private void AddToken(ProcessStartInfo start)
    {
        if (string.IsNullOrEmpty(token))
        {
            return;
        }

        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes("x-access-token:" + token));
        var server = Environment.GetEnvironmentVariable("GITHUB_SERVER_URL") is { Length: > 0 } url ? url.TrimEnd('/') : "https://github.com";
        start.Environment["GIT_CONFIG_COUNT"] = "1";
        start.Environment["GIT_CONFIG_KEY_0"] = $"http.{server}/.extraheader";
        start.Environment["GIT_CONFIG_VALUE_0"] = "AUTHORIZATION: basic " + credentials;
    }

    private static string Shorten(string message)
    {
        var trimmed = message.Trim();
        return trimmed.Length <= ErrorLength ? trimmed : trimmed[..ErrorLength] + "…";
    }
}
