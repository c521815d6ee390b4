using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Locks;

/// <summary><c>composer.json</c>; what PHP itself provides is no dependency.</summary>
internal sealed class ComposerManifest(RepositoryFiles files) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var root = JsonManifest.Read(text, path);
        var hasDependencies = JsonManifest.Names(root, "require").Concat(JsonManifest.Names(root, "require-dev"))
            .Any(name => name.Contains('/', StringComparison.Ordinal));
        if (hasDependencies && !files.Exists(Folders.Of(path), "composer.lock"))
        {
            var isLibrary = JsonManifest.Text(root, "type") is { } type && type != "project";
            facts.Locks.Add(new LockFact("composer", ["composer.lock"], "composer update", isLibrary, Required: false, path));
        }
    }
}
