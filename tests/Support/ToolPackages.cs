using System.Security.Cryptography;
using System.Text;

namespace Support;

/// <summary>The programs of <c>tests/tools/package.json</c>, installed once into <c>artifacts/tools</c> exactly as locked.</summary>
public static class ToolPackages
{
    private static readonly Lazy<string?> Problem = new(static () => Install(Repository.Combine("tests", "tools"), Folder!));

    /// <value>Where they are installed.</value>
    public static string Folder { get; } = Repository.Combine("artifacts", "tools");

    /// <value>Why they are not there; <see langword="null"/> when they are.</value>
    public static string? Missing => Problem.Value;

    /// <summary>Installs what a folder's lock file names, unless that is there already.</summary>
    /// <param name="source">Holds <c>package.json</c> and <c>package-lock.json</c>, and scripts that are copied along.</param>
    /// <param name="target">Where to.</param>
    /// <returns>Why it could not be done; <see langword="null"/> when it was.</returns>
    public static string? Install(string source, string target)
    {
        if (!ExternalProgram.Exists("npm") || !ExternalProgram.Exists("node"))
        {
            return "npm or node is not installed";
        }

        // Test projects run side by side, each in a process of its own, and share the folder.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target)))[..16];
        using var turn = new Mutex(initiallyOwned: false, @"Global\gates-tests-" + name);
        turn.WaitOne();
        try
        {
            return InstallAlone(source, target);
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    private static string? InstallAlone(string source, string target)
    {
        var stamp = Path.Combine(target, ".installed");
        var locked = File.ReadAllText(Path.Combine(source, "package-lock.json"));
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(source))
        {
            // One that is the same may be being read.
            var copy = Path.Combine(target, Path.GetFileName(file));
            if (!File.Exists(copy) || !File.ReadAllBytes(copy).AsSpan().SequenceEqual(File.ReadAllBytes(file)))
            {
                File.Copy(file, copy, overwrite: true);
            }
        }

        if (File.Exists(stamp) && File.ReadAllText(stamp) == locked)
        {
            return null;
        }

        var installed = ExternalProgram.Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], target);
        if (installed.ExitCode != 0)
        {
            return $"npm could not install {Path.GetFileName(source)}: {installed.Error.Split('\n')[0]}";
        }

        File.WriteAllText(stamp, locked);
        return null;
    }
}
