using Support;
using Xunit;

namespace Acceptance.Tests.GitHubContract;

/// <summary>GitHub's own OpenAPI description and its tools, installed once into <c>artifacts/tools/github</c> exactly as locked.</summary>
public sealed class GitHubTools
{
    private static readonly string Folder = Repository.Combine("artifacts", "tools", "github");

    /// <summary>Once for all classes: they run side by side.</summary>
    private static readonly Lazy<string?> Missing = new(() => ToolPackages.Install(Repository.Combine("tests", "tools", "github"), Folder));

    private readonly string folder = Folder;

    /// <summary>Runs <c>description.mjs</c>; skips the test when the tools could not be installed.</summary>
    public string Describe(string verb, string file) => ExternalProgram.Run("node", [Find("description.mjs"), verb, file]).Succeeded();

    /// <summary>Where a file of the installed tools is; skips the test when they could not be installed.</summary>
    public string Find(params string[] parts)
    {
        Assert.SkipWhen(Missing.Value is not null, Missing.Value ?? "");
        return Path.Combine([folder, .. parts]);
    }
}
