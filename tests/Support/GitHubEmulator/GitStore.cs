using System.Diagnostics;
using System.Text;

namespace Support.GitHubEmulator;

/// <summary>A bare repository on disk.</summary>
internal sealed class GitStore
{
    public GitStore(string folder)
    {
        Folder = folder;
        Directory.CreateDirectory(folder);
        Run("init", "-q", "--bare", "-b", "main");
        Run("config", "uploadpack.allowAnySHA1InWant", "true");
        Run("config", "gc.auto", "0");
    }

    public string Folder { get; }

    /// <summary>Runs git and gives its output.</summary>
    public string Run(params string[] arguments) => Encoding.UTF8.GetString(Execute(arguments, [])).TrimEnd('\n');

    /// <summary>Runs git; <see langword="null"/> when it fails.</summary>
    public string? Try(params string[] arguments)
    {
        try
        {
            return Run(arguments);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public byte[] ReadBlob(string sha) => Execute(["cat-file", "blob", sha], []);

    public string WriteBlob(byte[] content) => Encoding.UTF8.GetString(Execute(["hash-object", "-w", "--stdin"], content)).TrimEnd('\n');

    /// <summary>The commit of a ref; <see langword="null"/> when there is none.</summary>
    public string? Resolve(string gitRef) => Try("rev-parse", "--verify", "--quiet", $"{gitRef}^{{commit}}");

    /// <summary>Makes a tree from another and some changes; a file without an object is removed.</summary>
    public string WriteTree(string? baseTree, IEnumerable<(string Path, string Mode, string? Sha)> entries)
    {
        var index = Path.Combine(Folder, "emulator-index");
        File.Delete(index);
        if (baseTree is not null)
        {
            Execute(["read-tree", baseTree], [], index);
        }

        var lines = entries.Select(entry => $"{(entry.Sha is null ? "0" : entry.Mode)} {entry.Sha ?? new string('0', 40)}\t{entry.Path}\0");
        Execute(["update-index", "-z", "--index-info"], Encoding.UTF8.GetBytes(string.Concat(lines)), index);
        return Encoding.UTF8.GetString(Execute(["write-tree"], [], index)).TrimEnd('\n');
    }

    public string WriteCommit(string tree, string message, IEnumerable<string> parents) =>
        Encoding.UTF8.GetString(Execute(["commit-tree", tree, .. parents.SelectMany(parent => new[] { "-p", parent }), "-m", message], [])).TrimEnd('\n');

    private byte[] Execute(string[] arguments, byte[] input, string? index = null)
    {
        string[] identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "safe.directory=*"];
        var start = new ProcessStartInfo(
            "git",
            [
                .. identity,
                .. arguments
            ])
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        if (index is not null)
        {
            start.Environment["GIT_INDEX_FILE"] = index;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var reading = GitOutput.ReadAsync(process.StandardOutput.BaseStream);
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        var output = reading.GetAwaiter().GetResult();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.Result}");
    }
}
