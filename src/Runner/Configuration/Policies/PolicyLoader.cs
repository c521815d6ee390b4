using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Runner.Configuration.Policies;

/// <summary>Reads policies from a repository's files: a folder with <c>policy.js</c> or <c>policy.ts</c> and <c>policy.json</c>, or one script.</summary>
internal sealed class PolicyLoader(ISourceTree tree)
{
    private static readonly DocumentLimits Limits = new() { Bytes = 1_000_000 };

    private readonly ImportableFiles importable = new(tree, Limits);

    /// <param name="path">The folder or script.</param>
    /// <param name="shared">A folder whose scripts it may import beside its own; <see langword="null"/> for none.</param>
    /// <exception cref="UsageException">There is no policy, or its manifest is not valid.</exception>
    public LoadedPolicy Load(string path, string? shared = null)
    {
        path = path.TrimEnd('/');
        if (ImportableFiles.IsScript(path))
        {
            return tree.Exists(path)
                ? Load(path, manifest: null, shared)
                : throw new UsageException($"{Say.Quote(path)} is not a file of the repository{Nearby(path)}");
        }

        var manifest = path + "/policy.json";
        var scripts = ImportableFiles.Extensions.Select(extension => path + "/policy" + extension).Where(tree.Exists).ToList();
        return (scripts, tree.Exists(manifest)) switch
        {
            ([var script], true) => Load(script, PolicyManifest.Read(importable.Read(manifest), manifest), shared),
            ([_], false) => throw new UsageException($"{Say.Quote(path)} has no policy.json beside its script; the smallest is {{ \"title\": \"…\" }}"),
            ([_, ..], _) => throw new UsageException($"{Say.Quote(path)} has both {string.Join(" and ", scripts.Select(Path.GetFileName))}; keep one"),
            ([], true) => throw new UsageException($"{Say.Quote(path)} has no policy.js or policy.ts beside its policy.json"),
            _ => throw new UsageException($"{Say.Quote(path)} is not a folder of the repository with a policy.js and a policy.json{Nearby(path)}"),
        };
    }

    private LoadedPolicy Load(string script, PolicyManifest? manifest, string? shared)
    {
        var files = importable.For(script, wholeFolder: manifest is not null, shared);
        return new LoadedPolicy(files.Source, manifest, files);
    }

    private string Nearby(string path)
    {
        const string Script = "/policy.js";
        var isScript = ImportableFiles.IsScript(path);
        var known = tree.AllFiles.Select(file => file.Path)
            .Where(p => isScript ? ImportableFiles.IsScript(p) : p.EndsWith(Script, StringComparison.Ordinal))
            .Take(1000)
            .Select(p => isScript ? p : p[..^Script.Length]);
        return Suggestion.For(path, known) is { } nearest ? $"; did you mean {Say.Quote(nearest)}?" : "; symbolic links are not followed";
    }
}
