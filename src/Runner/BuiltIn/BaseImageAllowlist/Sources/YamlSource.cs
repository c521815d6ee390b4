using Gates.Runner.Documents;

namespace Gates.Runner.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Reads YAML once and hands each document to those that know its kind.</summary>
internal sealed class YamlSource(IReadOnlyList<IYamlImages> readers, Func<string, bool> exists) : IImageSource
{
    private static readonly string[] Words = ["image", "container", "docker", "build"];

    public void Read(SourceText source, Collected into)
    {
        if (!IsYaml(source.Name) || !Words.Any(word => source.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        var kind = KindOf(source);
        if (IsChartTemplate(source))
        {
            if (kind is not null)
            {
                into.AddUnread(source, 1, "Helm template", "it is filled in by Helm; render the chart and check the result", certain: false);
            }

            return;
        }

        try
        {
            var merges = source.Text.Contains("<<:", StringComparison.Ordinal);
            foreach (var document in YamlReader.Read(source.Text, source.Path))
            {
                var merged = merges ? MergeKeys.Apply(document) : document;
                foreach (var reader in readers)
                {
                    reader.Read(merged, source, into);
                }
            }
        }
        catch (DocumentException e)
        {
            ReportUnread(source, kind, e, into);
        }
    }

    public static bool IsYaml(string name) => name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    private static void ReportUnread(SourceText source, string? kind, DocumentException e, Collected into)
    {
        var template = source.Text.Contains("{{", StringComparison.Ordinal) && kind is null or "Kubernetes manifest";
        if (kind is not null)
        {
            into.AddUnread(source, e.Line, kind, template ? "it looks like a template, which is no YAML before it is filled in: " + e.Reason : e.Reason, certain: kind != "Kubernetes manifest");
        }
    }

    /// <summary>What a file must be by its name, or seems to be by its words, when YAML cannot tell.</summary>
    private static string? KindOf(SourceText source) =>
        WorkflowImages.IsWorkflow(source.Path) ? "workflow"
        : ComposeImages.IsComposeName(source.Name) ? "compose file"
        : source.Text.Contains("apiVersion:", StringComparison.Ordinal) && source.Text.Contains("kind:", StringComparison.Ordinal)
            && source.Text.Contains("image:", StringComparison.Ordinal) ? "Kubernetes manifest"
        : null;

    private bool IsChartTemplate(SourceText source)
    {
        if (!source.Text.Contains("{{", StringComparison.Ordinal))
        {
            return false;
        }

        for (var at = source.Path.IndexOf("templates/", StringComparison.Ordinal); at >= 0; at = source.Path.IndexOf("templates/", at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || source.Path[at - 1] == '/') && exists(source.Path[..at] + "Chart.yaml"))
            {
                return true;
            }
        }

        return false;
    }
}
