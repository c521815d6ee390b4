using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Locks;

/// <summary><c>Cargo.toml</c>: programs and workspaces keep a <c>Cargo.lock</c>.</summary>
internal sealed class CargoManifest(RepositoryFiles files) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var folder = Folders.Of(path);
        var lines = TomlLine.Read(text).ToList();
        var isWorkspace = IsWorkspace(lines);
        var hasDependencies = lines.Exists(line => line.Section.Split('.') is [.., "dependencies" or "dev-dependencies" or "build-dependencies"]
            && line.Key.Length > 0)
            ||
            lines.Exists(line => line.Section.Contains("dependencies.", StringComparison.Ordinal));
        if (!(hasDependencies || isWorkspace)
            || files.IsLocked(folder, ["Cargo.lock"])
            || Folders.Upwards(folder).Skip(1).Any(above => files.Ask("Cargo.toml workspace", above, IsWorkspaceRoot)))
        {
            return;
        }

        var hasProgram = lines.Exists(line => line.Section == "bin") || files.Exists(folder, "src/main.rs") || isWorkspace;
        facts.Locks.Add(new LockFact("cargo", ["Cargo.lock"], "cargo generate-lockfile", !hasProgram, Required: false, path));
    }

    private bool IsWorkspaceRoot(string folder) => files.TryRead(folder, "Cargo.toml") is { } text && IsWorkspace(TomlLine.Read(text));

    private static bool IsWorkspace(IEnumerable<TomlLine> lines) => lines.Any(line => line.Section == "workspace");
}
