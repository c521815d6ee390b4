using Support;
using Xunit;

namespace Acceptance.Tests.Actions;

/// <summary>The programs of <c>tests/tools/package.json</c>, installed once into <c>artifacts/tools</c> exactly as locked.</summary>
public sealed class NpmTools
{
    private static readonly string Folder = Repository.Combine("artifacts", "tools");

    private readonly string? missing;

    public NpmTools()
    {
        missing = !ExternalProgram.Exists("npm") || !ExternalProgram.Exists("node") ? "npm or node is not installed" : Install();
    }

    /// <summary>Where a file of the installed tools is; skips the test when they could not be installed.</summary>
    public string Find(params string[] parts)
    {
        Assert.SkipWhen(missing is not null, missing ?? "");
        return Path.Combine([Folder, .. parts]);
    }

    private static string? Install()
    {
        var source = Repository.Combine("tests", "tools");
        var stamp = Path.Combine(Folder, ".installed");
        var locked = File.ReadAllText(Path.Combine(source, "package-lock.json"));
        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        }

        if (!File.Exists(stamp) || File.ReadAllText(stamp) != locked)
        {
            var installed = ExternalProgram.Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], Folder);
            if (installed.ExitCode != 0)
            {
                return $"npm could not install tests/tools: {installed.Error.Split('\n')[0]}";
            }

            File.WriteAllText(stamp, locked);
        }

        // The parser's own package names its JSON schemas in a way that Node 20 refuses, so it is bundled first.
        ExternalProgram.Run(
            Path.Combine(Folder, "node_modules", ".bin", "esbuild"),
            ["check-workflow.mjs", "--bundle", "--platform=node", "--format=cjs", "--outfile=check-workflow.cjs", "--log-level=warning"], Folder).Succeeded();
        return null;
    }
}
