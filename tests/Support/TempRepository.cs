using System.Diagnostics;

namespace Support;

/// <summary>A real git repository in a temporary folder.</summary>
public sealed class TempRepository : IDisposable
{
    private readonly TempFolder folder = new();

    /// <param name="options">More options of <c>git init</c>.</param>
    public TempRepository(params string[] options) => Git(["init", "-q", "-b", "main", .. options]);

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

    /// <summary>Makes any number of commits at once.</summary>
    /// <param name="stream">What <c>git fast-import</c> reads.</param>
    public void Import(byte[] stream)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "git",
            ["fast-import", "--quiet", "--force"])
        { UseShellExecute = false, WorkingDirectory = Path, RedirectStandardInput = true })!;
        process.StandardInput.BaseStream.Write(stream);
        process.StandardInput.Close();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("git fast-import failed");
        }
    }

    public static string Run(string directory, params string[] arguments)
    {
        string[] identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"];
        var (code, output, error) = ExternalProgram.Run("git", [.. identity, .. arguments], directory);
        return code == 0 ? output.TrimEnd('\n') : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error}");
    }

    public void Dispose() => folder.Dispose();
}
