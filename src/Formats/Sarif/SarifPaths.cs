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
        var path = "";
        foreach (var uri in Uris(OfArtifact(location)))
        {
            if (AbsolutePath(uri) is { } absolute)
            {
                return Below(absolute + Separator(absolute, path) + path);
            }

            if (System.Uri.IsWellFormedUriString(uri, UriKind.Absolute))
            {
                return null;
            }

            path = System.Uri.UnescapeDataString(uri) + Separator(uri, path) + path;
        }

        return FactPath.Normalise(path);
    }

    /// <summary>The location of the artifact that this one refers to; itself when it has a URI of its own or refers to none.</summary>
    private DocumentNode? OfArtifact(DocumentNode? location)
    {
        if (location is null || Uri(location) is not null || shape.Integer(location, "index") is not (>= 0 and var index))
        {
            return location;
        }

        return index < artifacts.Count
            ? shape.Map(artifacts[index], "location")
            : throw shape.Fail(location, FormattableString.Invariant($"it refers to artifact {index}, but the run has {artifacts.Count} artifacts"));
    }

    /// <summary>The URI of a location, then those of the bases it is relative to, each as far as it has one.</summary>
    private IEnumerable<string> Uris(DocumentNode? location)
    {
        for (var depth = 0; location is not null && depth < MaxChainLength; depth++)
        {
            if (Uri(location) is { } uri)
            {
                yield return uri;
            }

            location = shape.Text(location, "uriBaseId") is { } name ? shape.Map(bases, name) : null;
        }
    }

    private static string Separator(string folder, string path) => path.Length == 0 || folder.EndsWith('/') ? "" : "/";

    private string? Uri(DocumentNode location) => shape.Text(location, "uri");

    private string? Below(string absolute)
    {
        var root = roots.Where(root => absolute.StartsWith(root, StringComparison.Ordinal)).MaxBy(root => root.Length);
        return root is null ? null : FactPath.Normalise(absolute[root.Length..]);
    }

    /// <summary>The decoded path of a <c>file:</c> URI or of an absolute path written as one.</summary>
    private static string? AbsolutePath(string? uri)
    {
        var path = uri switch
        {
            null => null,
            _ when StartsWith(uri, "file:///") => uri["file://".Length..],
            _ when StartsWith(uri, "file://") => null,
            _ when StartsWith(uri, "file:/") => uri["file:".Length..],
            _ when StartsWith(uri, "/") => uri,
            _ => null,
        };
        return path is null ? null : System.Uri.UnescapeDataString(path);
    }

    private static bool StartsWith(string uri, string beginning) => uri.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
}
