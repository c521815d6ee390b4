using Gates.Formats.Documents;

namespace Gates.Formats.Sarif;

/// <summary>Turns a run's artifact locations into paths of the repository.</summary>
internal sealed class SarifPaths
{
    private const int MaxChainLength = 10;

    /// <value>The names that scanners give the folder they were pointed at.</value>
    private static readonly string[] RootNames = ["SRCROOT", "ROOTPATH", "PROJECTROOT", "REPOROOT"];

    private readonly DocumentShape shape;
    private readonly DocumentNode? bases;
    private readonly IReadOnlyList<DocumentNode> artifacts;
    private readonly string[] roots;

    public SarifPaths(DocumentShape shape, DocumentNode run)
    {
        this.shape = shape;
        bases = shape.Map(run, "originalUriBaseIds");
        artifacts = shape.List(run, "artifacts");
        var absolute = (bases?.Entries ?? []).Where(entry => AbsolutePath(Uri(entry.Node)) is not null).ToList();
        var named = absolute.Where(entry => RootNames.Contains(entry.Key.Trim('%'), StringComparer.OrdinalIgnoreCase)).ToList();
        roots = [.. (named.Count > 0 ? named : absolute.Count == 1 ? absolute : []).Select(entry => AbsolutePath(Uri(entry.Node))!.TrimEnd('/') + "/")];
    }

    /// <summary>The path, or <see langword="null"/> when the artifact is not in the repository.</summary>
    public string? Resolve(DocumentNode? location)
    {
        if (location is not null && Uri(location) is null && shape.Integer(location, "index") is { } index and >= 0)
        {
            location = index < artifacts.Count
                ? shape.Map(artifacts[index], "location")
                : throw shape.Fail(location, FormattableString.Invariant($"it refers to artifact {index}, but the run has {artifacts.Count} artifacts"));
        }

        var path = "";
        for (var depth = 0; location is not null && depth < MaxChainLength; depth++)
        {
            if (Uri(location) is { } uri)
            {
                if (AbsolutePath(uri) is { } absolute)
                {
                    return Below(absolute + (path.Length > 0 && !absolute.EndsWith('/') ? "/" : "") + path);
                }

                if (System.Uri.IsWellFormedUriString(uri, UriKind.Absolute))
                {
                    return null;
                }

                path = System.Uri.UnescapeDataString(uri) + (path.Length > 0 && !uri.EndsWith('/') ? "/" : "") + path;
            }

            location = shape.Text(location, "uriBaseId") is { } name ? shape.Map(bases, name) : null;
        }

        return FactPath.Normalise(path);
    }

    private string? Uri(DocumentNode location) => shape.Text(location, "uri");

    private string? Below(string absolute)
    {
        var root = roots.Where(root => absolute.StartsWith(root, StringComparison.Ordinal)).MaxBy(root => root.Length);
        return root is null ? null : FactPath.Normalise(absolute[root.Length..]);
    }

    /// <summary>The decoded path of a <c>file:</c> URI or of an absolute path written as one.</summary>
    private static string? AbsolutePath(string? uri)
    {
        var path = uri is null ? null
            : uri.StartsWith("file:///", StringComparison.OrdinalIgnoreCase) ? uri["file://".Length..]
            : uri.StartsWith("file:/", StringComparison.OrdinalIgnoreCase) && !uri.StartsWith("file://", StringComparison.OrdinalIgnoreCase)
                ? uri["file:".Length..]
            : uri.StartsWith('/') ? uri
            : null;
        return path is null ? null : System.Uri.UnescapeDataString(path);
    }
}
