using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Charts;

/// <summary>A Helm chart among the files.</summary>
/// <param name="Folder">Its folder; empty for the root.</param>
/// <param name="Files">The files in it, with those of the charts below it.</param>
internal sealed record ChartFiles(string Folder, IReadOnlyList<SourceFile> Files)
{
    private const string Name = "Chart.yaml";

    public string Manifest => Join(Name);

    /// <value>The files of its values: <c>values.yaml</c>, and others whose name begins so.</value>
    public IEnumerable<string> Values => Files.Select(file => file.Path).Where(path =>
        path.LastIndexOf('/') == Folder.Length - (Folder.Length == 0 ? 1 : 0)
        && path[(path.LastIndexOf('/') + 1)..].StartsWith("values", StringComparison.Ordinal)
        && YamlSource.IsYaml(path));

    public IEnumerable<string> Templates => Files.Select(file => file.Path).Where(path => path.StartsWith(Join("templates/"), StringComparison.Ordinal));

    public string Join(string name) => Folder.Length == 0 ? name : Folder + "/" + name;

    /// <summary>Every chart; those within another's <c>charts/</c> too.</summary>
    public static IEnumerable<ChartFiles> Find(ISourceTree tree, PathFilter filter)
    {
        foreach (var file in tree.AllFiles.Where(file => IsManifest(file.Path) && filter.Includes(file.Path)))
        {
            var folder = file.Path[..Math.Max(0, file.Path.Length - Name.Length - 1)];
            var inside = folder.Length == 0 ? "" : folder + "/";
            yield return new ChartFiles(folder, [.. tree.AllFiles.Where(other => other.Path.StartsWith(inside, StringComparison.Ordinal))]);
        }
    }

    /// <summary>Whether another chart holds it.</summary>
    public bool IsWithin(string folder) =>
        Folder.StartsWith(folder.Length == 0 ? "charts/" : folder + "/charts/", StringComparison.Ordinal);

    private static bool IsManifest(string path) => path == Name || path.EndsWith("/" + Name, StringComparison.Ordinal);
}
