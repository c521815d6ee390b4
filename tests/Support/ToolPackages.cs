namespace Support;

/// <summary>The programs of <c>tests/tools/package.json</c>, installed once into <c>artifacts/tools</c> exactly as locked.</summary>
public static class ToolPackages
{
    private static readonly Lazy<string?> Problem = new(Install);

    /// <value>Where they are installed.</value>
    public static string Folder { get; } = Repository.Combine("artifacts", "tools");

    /// <value>Why they are not there; <see langword="null"/> when they are.</value>
    public static string? Missing => Problem.Value;

    private static string? Install()
    {
        if (!ExternalProgram.Exists("npm") || !ExternalProgram.Exists("node"))
        {
            return "npm or node is not installed";
        }

        var source = Repository.Combine("tests", "tools");
        var stamp = Path.Combine(Folder, ".installed");
        var locked = File.ReadAllText(Path.Combine(source, "package-lock.json"));
        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        }

        if (File.Exists(stamp) && File.ReadAllText(stamp) == locked)
        {
            return null;
        }

        var installed = ExternalProgram.Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], Folder);
        if (installed.ExitCode != 0)
        {
            return $"npm could not install tests/tools: {installed.Error.Split('\n')[0]}";
        }

        File.WriteAllText(stamp, locked);
        return null;
    }
}
