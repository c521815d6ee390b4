using System.Diagnostics;
using System.Text;
using Gates.Doors.Git.Remotes;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git;

/// <summary>
/// The only code that starts git: in a git directory of our own, with an environment made from nothing. The repository, its configuration, and what the
/// environment says to git are hostile; none of it reaches a command.
/// </summary>
/// <param name="place">Where it works.</param>
/// <param name="remote">The only place that it may connect to; <see langword="null"/>: to none.</param>
internal sealed class GitCommand(GitPlace place, GitRemote? remote = null)
{
    private const int ErrorLength = 2_000;

    private static readonly string[] Guards = ["--no-pager", "--no-optional-locks", "--literal-pathspecs"];

    private static readonly Dictionary<string, string> Fixed = new(StringComparer.Ordinal)
    {
        ["LC_ALL"] = "C",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_SYSTEM"] = "/dev/null",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_ATTR_NOSYSTEM"] = "1",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_ASKPASS"] = "/bin/false",
        ["SSH_ASKPASS"] = "/bin/false",
        ["GIT_EDITOR"] = "/bin/false",
        ["GIT_PAGER"] = "cat",
        ["GIT_NO_REPLACE_OBJECTS"] = "1",
    };

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
            await Task.WhenAll(FeedAsync(process, input, cancellationToken), process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken));
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
        var start = new ProcessStartInfo(ProgramFinder.Find("git") ?? throw Missing(null))
        {
            UseShellExecute = false,
            WorkingDirectory = place.WorkTree ?? place.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in Guards.Concat(remote?.Options ?? []).Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        SetEnvironment(start.Environment);
        try
        {
            return ChildProcess.Start(start);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw Missing(e);
        }
    }

    private void SetEnvironment(IDictionary<string, string?> environment)
    {
        environment.Clear();
        foreach (var (name, value) in remote is null ? Fixed : Fixed.Concat(remote.Variables))
        {
            environment[name] = value;
        }

        environment["PATH"] = ProgramFinder.SearchPath();
        environment["HOME"] = Path.Combine(place.Folder, "home");
        environment["XDG_CONFIG_HOME"] = environment["HOME"];
        environment["TMPDIR"] = Path.Combine(place.Folder, "tmp");
        environment["GIT_DIR"] = place.Folder;
        if (place.WorkTree is not null)
        {
            environment["GIT_WORK_TREE"] = place.WorkTree;
        }

        if (place.Objects is not null)
        {
            environment["GIT_OBJECT_DIRECTORY"] = place.Objects;
        }

        if (remote is null)
        {
            environment["GIT_NO_LAZY_FETCH"] = "1";
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

    private static EvaluationException Missing(Exception? e) =>
        new("git is not installed, or not on the PATH; gates needs it to read the repository (folders inside the workspace do not count)", e);

    private static string Shorten(string message)
    {
        var trimmed = message.Trim();
        return trimmed.Length <= ErrorLength ? trimmed : trimmed[..ErrorLength] + "…";
    }
}

/// <summary>Where a git command works.</summary>
/// <param name="Folder">The git directory, one of ours.</param>
/// <param name="WorkTree">The working directory; <see langword="null"/> for commands that look at objects and refs only.</param>
/// <param name="Objects">Where it writes objects; <see langword="null"/> means in <paramref name="Folder"/>.</param>
internal sealed record GitPlace(string Folder, string? WorkTree = null, string? Objects = null);
