using Gates.Policies;
using Gates.Runner.Documents;

namespace Gates.Runner.Configuration;

/// <summary>Reads policies from a repository's files: a folder with <c>policy.js</c> and <c>policy.json</c>, or one <c>.js</c> file.</summary>
internal sealed class PolicyLoader(ISourceTree tree)
{
    private static readonly DocumentLimits Limits = new() { Bytes = 1_000_000 };

    /// <exception cref="UsageException">There is no policy, or its manifest is not valid.</exception>
    public LoadedPolicy Load(string path)
    {
        path = path.TrimEnd('/');
        if (path.EndsWith(".js", StringComparison.Ordinal))
        {
            return tree.Exists(path)
                ? new LoadedPolicy(new PolicySource(path, Read(path)), null)
                : throw new UsageException($"{Say.Quote(path)} is not a file of the repository{Nearby(path)}");
        }

        var (script, manifest) = (path + "/policy.js", path + "/policy.json");
        return (tree.Exists(script), tree.Exists(manifest)) switch
        {
            (true, true) => new LoadedPolicy(new PolicySource(script, Read(script)), PolicyManifest.Read(Read(manifest), manifest)),
            (true, false) => throw new UsageException($"{Say.Quote(path)} has no policy.json beside its policy.js; the smallest is {{ \"title\": \"…\" }}"),
            (false, true) => throw new UsageException($"{Say.Quote(path)} has no policy.js beside its policy.json"),
            _ => throw new UsageException($"{Say.Quote(path)} is not a folder of the repository with a policy.js and a policy.json{Nearby(path)}"),
        };
    }

    private string Nearby(string path)
    {
        const string Script = "/policy.js";
        var known = tree.AllFiles.Select(file => file.Path)
            .Where(p => p.EndsWith(path.EndsWith(".js", StringComparison.Ordinal) ? ".js" : Script, StringComparison.Ordinal))
            .Take(1000)
            .Select(p => p.EndsWith(Script, StringComparison.Ordinal) && !path.EndsWith(".js", StringComparison.Ordinal) ? p[..^Script.Length] : p);
        return Suggestion.For(path, known) is { } nearest ? $"; did you mean {Say.Quote(nearest)}?" : "; symbolic links are not followed";
    }

    private string Read(string path)
    {
        try
        {
            using var stream = tree.Open(path);
            return DocumentText.Read(stream, path, Limits);
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
