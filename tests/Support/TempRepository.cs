using System.Diagnostics;

namespace Support;

/// <summary>A real git repository in a temporary folder.</summary>
public sealed class TempRepository : IDisposable
{
    private readonly TempFolder folder = new();

    public TempRepository() => Git("init", "-q", "-b", "main");

    public DirectoryInfo Info => folder.Info;

    public string Path => folder.Path;

    public TempRepository Write(string relative, string text)
    {
        folder.Write(relative, text);
        return this;
    }

    public TempRepository Delete(string relative)
    {
        File.Delete(System.IO.Path.Combine(Path, relative));
        return this;
    }

    /// <summary>Commits everything.</summary>
    /// <returns>The commit's full id.</returns>
    public string Commit(string message = "change")
    {
        Git("add", "-A");
        Git("commit", "-q", "--allow-empty", "-m", message);
        return Git("rev-parse", "HEAD");
    }

    public string Git(params string[] arguments) => Run(Path, arguments);

    public static string Run(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { UseShellExecute = false, WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"];
        foreach (var argument in identity.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.TrimEnd('\n') : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.Result}");
    }

    public void Dispose() => folder.Dispose();
}
