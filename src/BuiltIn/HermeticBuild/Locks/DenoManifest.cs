using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Versions;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild.Locks;

/// <summary><c>deno.json</c>: imports from elsewhere have their hashes in <c>deno.lock</c>.</summary>
internal sealed class DenoManifest(RepositoryFiles files) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var root = JsonText.Read(text, path);
        var imports = root.Get("imports")?.Entries.Select(entry => entry.Node.Text) ?? [];
        var isOff = root.Get("lock")?.Value is false;
        if (imports.Any(IsRemote) && (isOff || !files.IsLocked(Folders.Of(path), ["deno.lock"])))
        {
            facts.Locks.Add(new LockFact("deno", ["deno.lock"], "deno install", root.Get("exports") is not null, Required: false, path));
        }
    }

    private static bool IsRemote(string text) =>
        text.StartsWith("npm:", StringComparison.Ordinal) || text.StartsWith("jsr:", StringComparison.Ordinal)
            || text.StartsWith("http", StringComparison.Ordinal);
}
