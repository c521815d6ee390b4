using Gates.Doors.Charts;
using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Charts;

/// <summary>What Helm made of the charts.</summary>
internal sealed class RenderedCharts
{
    private const int MaxCharts = 200;
    private const int MaxFiles = 5_000;
    private const long MaxBytes = 32 << 20;

    private readonly Dictionary<string, (string? Text, string? Problem)> byFolder = new(StringComparer.Ordinal);

    public static RenderedCharts None { get; } = new();

    /// <value>Whether rendering was asked for and there is no Helm.</value>
    public bool HasNoHelm { get; private init; }

    /// <summary>The objects of a chart, or why there are none; both <see langword="null"/> for a chart that was not rendered.</summary>
    public (string? Text, string? Problem) Of(string folder) => byFolder.GetValueOrDefault(folder);

    /// <summary>
    /// Renders the charts that are no part of another, each from a copy of the repository's own files: Helm follows symbolic links, and a schema of values may
    /// name an address on the network.
    /// </summary>
    public static async Task<RenderedCharts> RenderAsync(ISourceTree tree, PathFilter filter, HelmProgram? helm, CancellationToken cancellationToken)
    {
        if (helm is null)
        {
            return new RenderedCharts { HasNoHelm = true };
        }

        var rendered = new RenderedCharts();
        var charts = ChartFiles.Find(tree, filter).ToList();
        foreach (var chart in charts.Where(chart => !charts.Exists(other => chart.IsWithin(other.Folder))))
        {
            rendered.byFolder[chart.Folder] = rendered.byFolder.Count >= MaxCharts
                ? (null, FormattableString.Invariant($"more than {MaxCharts} charts are not rendered"))
                : await RenderAsync(tree, chart, helm, cancellationToken);
        }

        return rendered;
    }

    private static async Task<(string? Text, string? Problem)> RenderAsync(
        ISourceTree tree, ChartFiles chart, HelmProgram helm, CancellationToken cancellationToken)
    {
        if (chart.Files.Count > MaxFiles || chart.Files.Sum(file => file.Size) > MaxBytes)
        {
            return (null, FormattableString.Invariant($"it has more than {MaxFiles} files or {MaxBytes >> 20} MiB"));
        }

        var folder = TemporaryFolders.Create("chart");
        try
        {
            var start = chart.Folder.Length == 0 ? 0 : chart.Folder.Length + 1;
            foreach (var file in chart.Files.Where(file => !file.Path.EndsWith("values.schema.json", StringComparison.Ordinal)))
            {
                await CopyAsync(tree, file.Path, Path.Combine(folder, file.Path[start..]), cancellationToken);
            }

            return (await helm.RenderAsync(folder, cancellationToken), null);
        }
        catch (EvaluationException e)
        {
            return (null, e.Message);
        }
        catch (IOException e)
        {
            return (null, e.Message);
        }
    }

    private static async Task CopyAsync(ISourceTree tree, string path, string to, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        await using var from = tree.Open(path);
        await using var file = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        await from.CopyToAsync(file, cancellationToken);
    }
}
