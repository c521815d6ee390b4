using Support;
using Xunit;

namespace Acceptance.Tests.Actions;

/// <summary>The programs of <see cref="ToolPackages"/> that look at actions and workflows.</summary>
public sealed class NpmTools
{
    private readonly string folder = ToolPackages.Folder;

    /// <summary>Once for all classes: they run side by side, and one would read what another writes.</summary>
    private static readonly Lazy<string> Bundle = new(static () =>

        // The parser's own package names its JSON schemas in a way that Node 20 refuses, so it is bundled first.
        ExternalProgram.Run(
            Path.Combine(ToolPackages.Folder, "node_modules", ".bin", "esbuild"),
            ["check-workflow.mjs", "--bundle", "--platform=node", "--format=cjs", "--outfile=check-workflow.cjs", "--log-level=warning"],
            ToolPackages.Folder).Succeeded());

    public NpmTools() => _ = ToolPackages.Missing is null ? Bundle.Value : "";

    /// <summary>Where a file of the installed tools is; skips the test when they could not be installed.</summary>
    public string Find(params string[] parts)
    {
        Assert.SkipWhen(ToolPackages.Missing is not null, ToolPackages.Missing ?? "");
        return Path.Combine([folder, .. parts]);
    }
}
