using System.Text.RegularExpressions;
using Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Charts;

/// <summary>Images of Helm charts: of what Helm made of them, else those that values and templates write out.</summary>
/// <param name="tree">The files.</param>
/// <param name="filter">Which count.</param>
/// <param name="readText">Reads one; <see langword="null"/> when it cannot be read.</param>
/// <param name="rendered">What Helm made of them.</param>
internal sealed class ChartImages(ISourceTree tree, PathFilter filter, Func<string, SourceText?> readText, RenderedCharts rendered)
{
    private const string Kind = "Helm chart";

    public void Read(CollectedImages into, CancellationToken cancellationToken)
    {
        foreach (var chart in ChartFiles.Find(tree, filter).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (readText(chart.Manifest) is not { } manifest)
            {
                continue;
            }

            var (text, problem) = rendered.Of(chart.Folder);
            if (text is not null)
            {
                ReadRendered(text, chart, manifest, into);
            }
            else
            {
                ReadWritten(chart, manifest, into);
                Say(chart, manifest, problem, into);
            }
        }
    }

    private void Say(ChartFiles chart, SourceText manifest, string? problem, CollectedImages into)
    {
        if (problem is not null)
        {
            into.AddUnread(manifest, 1, Kind, problem, certain: true);
        }
        else if (chart.Templates.Any(path => YamlSource.IsYaml(path)))
        {
            into.AddUnread(manifest, 1, Kind, "Helm fills its templates in, and only what they and its values write out is judged; "
                + (rendered.HasNoHelm ? "there is no `helm` here to render it" : "set `render-charts`, or render it and check the result"), certain: false);
        }
    }

    /// <summary>Objects say which template they come from, and nothing of its lines.</summary>
    private static void ReadRendered(string text, ChartFiles chart, SourceText manifest, CollectedImages into)
    {
        var read = LenientReader.Read(text, manifest.Path);
        var lines = text.Split('\n');
        foreach (var document in read.Documents)
        {
            var source = manifest with { Path = TemplateOf(lines, document.Line, chart) ?? manifest.Path, Text = text };
            var found = new CollectedImages();
            new ManifestImages().Read(document, source, found);
            foreach (var use in found.Images)
            {
                var how = use.How[..use.How.LastIndexOf(", ", StringComparison.Ordinal)];
                into.Add(source, use with { Line = 1, Column = null, How = how + ", rendered by Helm" });
            }

            found.Unread.ForEach(part => into.AddUnread(source, 1, part.Kind, part.Reason, part.Certain));
            found.Placeholders.ForEach(gap => into.AddPlaceholder(source, gap.Written, 1, gap.Why));
        }

        into.AddFile(manifest);
        foreach (var broken in read.Broken.Take(1))
        {
            into.AddUnread(manifest, 1, Kind, "what Helm makes of it is no YAML: " + broken.Reason, certain: true);
        }
    }

    private static string? TemplateOf(string[] lines, int line, ChartFiles chart)
    {
        const string Mark = "# Source: ";
        for (var i = Math.Min(line, lines.Length) - 1; i >= 0; i--)
        {
            if (lines[i].StartsWith(Mark, StringComparison.Ordinal) && lines[i].IndexOf('/', StringComparison.Ordinal) is > 0 and var slash)
            {
                return RepositoryPath.Join(chart.Folder, lines[i][(slash + 1)..].Trim());
            }
        }

        return null;
    }

    private void ReadWritten(ChartFiles chart, SourceText manifest, CollectedImages into)
    {
        into.AddFile(manifest);
        var version = VersionOf(manifest);
        var before = into.Images.Count;
        var values = ReadValues(chart, version, into);
        var known = into.Images.Skip(before).Select(use => use.Reference?.ToString()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var template = new TemplateImages(values, version, known);
        foreach (var path in chart.Templates.Where(path => !chart.Files.Any(file => file.Path.EndsWith("/Chart.yaml", StringComparison.Ordinal)
            && file.Path != chart.Manifest
            && path.StartsWith(file.Path[..^"Chart.yaml".Length], StringComparison.Ordinal))))
        {
            if (readText(path) is { } file && file.Text.Contains("image", StringComparison.Ordinal) && file.Text.Contains("{{", StringComparison.Ordinal))
            {
                try
                {
                    template.Read(file, into);
                }
                catch (RegexMatchTimeoutException)
                {
                    into.AddUnread(file, 1, "Helm template", "it takes too long to read, as only a text made for that does", certain: true);
                }
            }
        }
    }

    /// <summary>The images of the values.</summary>
    /// <returns>The values that count when nobody sets others.</returns>
    private DocumentNode? ReadValues(ChartFiles chart, string? version, CollectedImages into)
    {
        DocumentNode? values = null;
        foreach (var path in chart.Values.Order(StringComparer.Ordinal))
        {
            if (readText(path) is not { } file)
            {
                continue;
            }

            into.AddFile(file);
            var read = LenientReader.Read(file.Text, file.Path);
            foreach (var document in read.Documents)
            {
                values = file.Name is "values.yaml" or "values.yml" ? document : values;
                new ManifestWalk(file, into, "chart value", version).Fields(document, "values");
            }

            foreach (var broken in read.Broken.Take(1))
            {
                into.AddUnread(file, broken.Line, "values of a chart", broken.Reason, certain: true);
            }
        }

        return values;
    }

    private static string? VersionOf(SourceText manifest) =>
        LenientReader.Read(manifest.Text, manifest.Path).Documents is [var root, ..] ? root.GetText("appVersion") : null;
}
