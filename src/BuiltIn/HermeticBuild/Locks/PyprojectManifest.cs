using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Locks;

/// <summary><c>pyproject.toml</c> and <c>Pipfile</c>.</summary>
internal sealed class PyprojectManifest(RepositoryFiles files) : IFileInspector
{
    private static readonly string[] Locks = ["uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "pixi.lock"];

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var folder = Folders.Of(path);
        var lines = TomlLine.Read(text).ToList();
        if (Folders.NameOf(path) == "Pipfile")
        {
            if (lines.Exists(line => line is { Section: "packages" or "dev-packages", Key.Length: > 0 }) && !files.Exists(folder, "Pipfile.lock"))
            {
                facts.Locks.Add(new LockFact("pipenv", ["Pipfile.lock"], "pipenv lock", Library: false, Required: false, path));
            }

            return;
        }

        // A requirements file beside it is looked at by itself.
        if (!lines.Exists(IsDependency) || files.IsLocked(folder, Locks) || files.In(folder).Any(RequirementsFile.IsRequirements))
        {
            return;
        }

        var usesPoetry = lines.Exists(line => line.Section.StartsWith("tool.poetry", StringComparison.Ordinal));
        var isLibrary = lines.Exists(line => line.Section == "build-system");
        facts.Locks.Add(new LockFact("python", Locks[..4], usesPoetry ? "poetry lock" : "uv lock", isLibrary, Required: false, path));
    }

    private static bool IsDependency(TomlLine line) => line.Section switch
    {
        "project" => line.Key == "dependencies" && line.Value.IndexOfAny(['"', '\'']) >= 0,
        "tool.poetry.dependencies" => line.Key is not ("" or "python"),
        _ =>
            line.Section.StartsWith("tool.poetry.group.", StringComparison.Ordinal)
                && line.Section.EndsWith(".dependencies", StringComparison.Ordinal)
                && line.Key.Length > 0,
    };
}
