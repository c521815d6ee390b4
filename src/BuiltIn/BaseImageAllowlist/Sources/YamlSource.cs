using Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;
using Gates.BuiltIn.BaseImageAllowlist.Sources.Pipelines;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Reads YAML and JSON once and hands each document to those that know its kind.</summary>
internal sealed class YamlSource(IReadOnlyList<IYamlImages> readers, Func<string, bool> exists) : IImageSource
{
    private const int MaxDuplicates = 20;
    private const string Manifest = "Kubernetes manifest";
    private const string Document = "YAML document";

    private static readonly string[] Words = ["image", "container", "docker", "build", "bake", "repository", "pkg.crossplane.io"];

    // A key may be written with escapes, so that its word stands nowhere.
    private static readonly string[] Escapes = ["\\u", "\\U", "\\x", "!!binary"];

    public void Read(SourceText source, CollectedImages into)
    {
        if (!(IsYaml(source.Name)
            ? Kustomization.IsName(source.Name) || PipelineKinds.Of(source.Path) is not null || MayHold(source.Text) || ComposeImages.IsComposeName(source.Name)
            : IsJson(source.Path) && IsManifestLike(source.Text)))
        {
            return;
        }

        if (IsChartTemplate(source))
        {
            return;
        }

        var kind = KindOf(source);
        var read = LenientReader.Read(source.Text, source.Path);
        var merges = source.Text.Contains("<<", StringComparison.Ordinal);
        foreach (var document in read.Documents)
        {
            var merged = merges ? MergeKeys.Apply(document) : document;
            foreach (var reader in readers)
            {
                reader.Read(merged, source, into);
            }
        }

        kind ??= into.Holds(source) ? Document : null;
        foreach (var broken in kind is null ? [] : read.Broken)
        {
            ReportBroken(source, kind!, broken, into);
        }

        foreach (var duplicate in kind is null ? [] : read.Duplicates.Take(MaxDuplicates))
        {
            ReportDuplicate(source, kind!, duplicate, into);
        }
    }

    public static bool IsYaml(string name) =>
        name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || Kustomization.IsName(name);

    /// <summary>Whether a file may be a manifest in JSON; those whose name says what else they are have readers of their own.</summary>
    public static bool IsJson(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !DevcontainerImages.IsDevcontainer(path) && !BakeImages.IsBake(path);

    /// <summary>Whether a text has the words of a manifest or a compose file.</summary>
    public static bool IsManifestLike(string text) =>
        (text.Contains("\"op\"", StringComparison.Ordinal) && text.Contains("\"path\"", StringComparison.Ordinal)
            || text.Contains("apiVersion", StringComparison.Ordinal) && text.Contains("kind", StringComparison.Ordinal)
            || text.Contains("\"services\"", StringComparison.Ordinal)
            || Escapes.Any(escape => text.Contains(escape, StringComparison.Ordinal)) && text.Contains("kind", StringComparison.Ordinal))
        && MayHold(text);

    private static bool MayHold(string text) =>
        Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) || Escapes.Any(escape => text.Contains(escape, StringComparison.Ordinal));

    // GitHub and compose refuse a broken file as a whole; what reads manifests differs too much to know what it would make of one.
    private static void ReportBroken(SourceText source, string kind, DocumentException e, CollectedImages into)
    {
        var template = kind is Manifest or Document && TemplateMarks.Stand(source.Text, e.Line);
        into.AddUnread(
            source,
            e.Line,
            kind,
            template ? "it looks like a template, which is no YAML before it is filled in: " + e.Reason : e.Reason,
            certain: !template);
    }

    private static void ReportDuplicate(SourceText source, string kind, DuplicateKey duplicate, CollectedImages into)
    {
        if (kind is "workflow" or "compose file")
        {
            into.AddUnread(source, duplicate.Line, kind, $"the key \"{duplicate.Key}\" stands twice in this map", certain: true);
        }
        else if (into.Holds(source))
        {
            into.AddDuplicate(source, duplicate.Line, duplicate.Key);
        }
    }

    /// <summary>What a file must be by its name, or seems to be by its words, when YAML cannot tell.</summary>
    private static string? KindOf(SourceText source) =>
        WorkflowImages.IsWorkflow(source.Path) ? "workflow"
        : ComposeImages.IsComposeName(source.Name) ? "compose file"
        : Kustomization.IsName(source.Name) ? "kustomization"
        : PipelineKinds.Of(source.Path) is { } pipeline ? pipeline
        : source.Text.Contains("apiVersion", StringComparison.Ordinal) && source.Text.Contains("kind", StringComparison.Ordinal)
            && source.Text.Contains("image", StringComparison.Ordinal) ? Manifest
        : null;

    private bool IsChartTemplate(SourceText source)
    {
        if (!source.Text.Contains("{{", StringComparison.Ordinal))
        {
            return false;
        }

        for (var at = source.Path.IndexOf(
            "templates/",
            StringComparison.Ordinal); at >= 0; at = source.Path.IndexOf("templates/", at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || source.Path[at - 1] == '/') && exists(source.Path[..at] + "Chart.yaml"))
            {
                return true;
            }
        }

        return false;
    }
}
