using Support;
using Xunit;

namespace Acceptance.Tests.Actions;

/// <summary>The programs of <c>tests/tools/package.json</c>, installed once into <c>artifacts/tools</c> exactly as locked.</summary>
public sealed class NpmTools
{
    private static readonly string Folder = Repository.Combine("artifacts", "tools");

    private readonly string? missing = InstallParser();

    /// <summary>Where a file of the installed tools is; skips the test when they could not be installed.</summary>
    public string Find(params string[] parts)
    {
        Assert.SkipWhen(missing is not null, missing ?? "");
        return Path.Combine([Folder, .. parts]);
    }

    /// <summary>Installs what a folder's lock file names, unless that is there already.</summary>
    /// <param name="source">Holds <c>package.json</c> and <c>package-lock.json</c>, and scripts that are copied along.</param>
    /// <param name="target">Where to.</param>
    /// <returns>Why it could not be done; <see langword="null"/> when it was.</returns>
    internal static string? Install(string source, string target)
    {
        if (!ExternalProgram.Exists("npm") || !ExternalProgram.Exists("node"))
        {
            return "npm or node is not installed";
        }

        var stamp = Path.Combine(target, ".installed");
        var locked = File.ReadAllText(Path.Combine(source, "package-lock.json"));
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
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

    private static string? InstallParser()
    {
        if (Install(Repository.Combine("tests", "tools"), Folder) is { } reason)
        {
            return reason;
        }

        // The parser's own package names its JSON schemas in a way that Node 20 refuses, so it is bundled first.
        ExternalProgram.Run(
            Path.Combine(Folder, "node_modules", ".bin", "esbuild"),
            ["check-workflow.mjs", "--bundle", "--platform=node", "--format=cjs", "--outfile=check-workflow.cjs", "--log-level=warning"], Folder).Succeeded();
        return null;
    }
}
