using System.Text.Json;
using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild.Locks;

/// <summary><c>package.json</c>: any package manager's lock file counts, in its folder or above, where workspaces keep theirs.</summary>
internal sealed class NpmManifest(RepositoryFiles files) : IFileInspector
{
    private static readonly string[] Locks = ["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb"];
    private static readonly string[] Dependencies = ["dependencies", "devDependencies", "optionalDependencies"];
    private static readonly string[] Published = ["files", "exports", "publishConfig", "module", "types", "bin", "peerDependencies"];

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var root = JsonManifest.Read(text, path);
        var folder = Folders.Of(path);
        if (!(Dependencies.Any(kind => JsonManifest.Names(root, kind).Any()) || JsonManifest.Has(root, "workspaces")) ||
            (files.IsLocked(folder, Locks) && !IsHollow(root, folder)) ||
            Folders.Upwards(folder).Skip(1).Any(above => files.Ask("package.json workspaces", above, IsWorkspaceRoot)))
        {
            return;
        }

        var isLibrary = !JsonManifest.IsTrue(root, "private") && Published.Any(key => JsonManifest.Has(root, key));
        facts.Locks.Add(new LockFact("npm", Locks[..4], "npm install --package-lock-only", isLibrary, Required: false, path));
    }

    // A package-lock.json that holds no package decides nothing of dependencies that come from elsewhere.
    private bool IsHollow(JsonElement root, string folder)
    {
        if (Locks.Skip(1).Any(name => files.Exists(folder, name)) || files.TryRead(folder, "package-lock.json") is not { } text
            || !Dependencies.SelectMany(kind => Versions(root, kind)).Any(version => !version.StartsWith("file:", StringComparison.Ordinal)
                && !version.StartsWith("link:", StringComparison.Ordinal) && !version.StartsWith("workspace:", StringComparison.Ordinal)))
        {
            return false;
        }

        try
        {
            var locked = JsonManifest.Read(text, folder);
            return !JsonManifest.Names(locked, "packages").Any(name => name.Length > 0) && !JsonManifest.Names(locked, "dependencies").Any();
        }
        catch (DocumentException)
        {
            return true;
        }
    }

    private static IEnumerable<string> Versions(JsonElement root, string kind) =>
        root.TryGetProperty(kind, out var map) && map.ValueKind == JsonValueKind.Object ? map.EnumerateObject().Select(entry => entry.Value.ToString()) : [];

    private bool IsWorkspaceRoot(string folder)
    {
        if (files.Exists(folder, "pnpm-workspace.yaml"))
        {
            return true;
        }

        try
        {
            return files.TryRead(folder, "package.json") is { } text && JsonManifest.Has(JsonManifest.Read(text, folder), "workspaces");
        }
        catch (DocumentException)
        {
            // The broken manifest is reported by itself.
            return false;
        }
    }
}
