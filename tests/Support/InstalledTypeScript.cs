namespace Support;

/// <summary>The TypeScript of <c>tests/tools/package.json</c>, as an author has one in his repository.</summary>
internal static class InstalledTypeScript
{
    /// <value>Why there is none; <see langword="null"/> when there is.</value>
    public static string? Missing => ToolPackages.Missing ?? (Directory.Exists(Package) ? null : "TypeScript is not among the tests' tools");

    /// <value>Its folder.</value>
    public static string Package => Path.Combine(ToolPackages.Folder, "node_modules", "typescript");

    /// <summary>Puts it into a repository's <c>node_modules</c>, as a link, which pnpm does too.</summary>
    public static void LinkInto(string repository)
    {
        Directory.CreateDirectory(Path.Combine(repository, "node_modules"));
        Directory.CreateSymbolicLink(Path.Combine(repository, "node_modules", "typescript"), Package);
    }

    /// <summary>Runs <c>tsc</c> as an author does.</summary>
    public static ProgramOutput Run(string folder, params string[] arguments) =>
        ExternalProgram.Run("node", [Path.Combine(Package, "bin", "tsc"), .. arguments], folder);
}
