using System.Text.RegularExpressions;
using Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Pipelines;

/// <summary>Images of the CI systems of <see cref="PipelineKinds"/>.</summary>
internal sealed partial class PipelineImages : IYamlImages
{
    public void Read(DocumentNode document, SourceText source, CollectedImages into)
    {
        if (document.Kind == NodeKind.Map && document.Get("apiVersion") is null && PipelineKinds.Find(source.Path) is { } kind)
        {
            Read(document, kind, new Dictionary<string, List<string>>(StringComparer.Ordinal), source, into);
        }
    }

    /// <summary>A file that a pipeline takes in from its own repository, with the pipeline's variables.</summary>
    public static void ReadIncluded(DocumentNode document, IncludedPipeline included, SourceText source, CollectedImages into)
    {
        if (document.Kind == NodeKind.Map)
        {
            Read(document, included.Kind, included.Variables, source, into);
        }
    }

    private static void Read(
        DocumentNode document, PipelineKind kind, IReadOnlyDictionary<string, List<string>> inherited, SourceText source, CollectedImages into)
    {
        into.AddFile(source);
        var variables = kind.Variables.SelectMany(path => path.Find(document))
            .Select(found => (Name: found.Where[(found.Where.LastIndexOf('.') + 1)..], found.Node.Text))
            .Concat(inherited.SelectMany(entry => entry.Value.Select(value => (Name: entry.Key, Text: value))))
            .GroupBy(found => found.Name, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(found => found.Text).Distinct(StringComparer.Ordinal).ToList(),
                StringComparer.Ordinal);
        var aliases = kind.Aliases?.Find(document).Select(found => found.Node.Text).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var (node, where) in kind.Images.SelectMany(path => path.Find(document)).Where(found => !aliases.Contains(found.Node.Text) && IsImage(found)))
        {
            Add(node, where, kind.Name, variables, source, into);
        }

        if (kind.Include is { } include && document.Get(include) is { } others)
        {
            ReadIncludes(others, include, kind, variables, source, into);
        }
    }

    private static void ReadIncludes(
        DocumentNode others, string key, PipelineKind kind, Dictionary<string, List<string>> variables, SourceText source, CollectedImages into)
    {
        var all = others.Kind == NodeKind.Sequence ? others.Items : [others];
        var elsewhere = all.FirstOrDefault(one => !kind.IncludesOwnFiles || IncludedPipeline.PathsOf(one).Count == 0);
        if (elsewhere is not null)
        {
            into.AddUnread(source, elsewhere.Line, kind.Name, $"what `{key}` takes in from elsewhere is not read", certain: false);
        }

        if (kind.IncludesOwnFiles)
        {
            into.Included.AddRange(all.SelectMany(one => IncludedPipeline.PathsOf(one)
                .Select(path => new IncludedPipeline(path, one.Line, kind, variables, source))));
        }
    }

    /// <summary>A pipe is an image only when it says so; the others are names in a list of their maker's.</summary>
    private static bool IsImage((DocumentNode Node, string Where) found) =>
        !found.Where.EndsWith("script.pipe", StringComparison.Ordinal) || found.Node.Text.StartsWith("docker://", StringComparison.Ordinal);

    private static void Add(
        DocumentNode node, string where, string kind, Dictionary<string, List<string>> variables, SourceText source, CollectedImages into)
    {
        var text = node.Text.StartsWith("docker://", StringComparison.Ordinal) ? node.Text["docker://".Length..] : node.Text;
        if (ImageGap.WhyOf(text) is { } why && !text.Contains("<<", StringComparison.Ordinal))
        {
            into.AddPlaceholder(source, text, node.Line, why);
            return;
        }

        var values = Expand(text, variables);
        if (values is null)
        {
            into.AddUnknown(source, kind + " image", text, where, node.Line, "it is only known to the run; write the image, or give the variable a value "
                + "in the same file");
            return;
        }

        foreach (var value in values)
        {
            into.AddImage(source, kind + " image", value, where, node.Line, node.Column);
        }
    }

    /// <summary>Every text that the file's own variables make of one; <see langword="null"/> when another is in it.</summary>
    private static IReadOnlyList<string>? Expand(string text, Dictionary<string, List<string>> variables)
    {
        List<string> texts = [text];
        for (var round = 0; round < 5 && texts.Exists(HasVariable); round++)
        {
            var next = new List<string>();
            foreach (var one in texts)
            {
                var match = Variable().Match(one);
                var name = match.Groups.Values.Skip(1).FirstOrDefault(group => group.Success)?.Value;
                if (name is null || !variables.TryGetValue(name, out var values))
                {
                    return HasVariable(one) ? null : [.. texts];
                }

                next.AddRange(values.Select(value => one[..match.Index] + value + one[(match.Index + match.Length)..]));
            }

            texts = [.. next.Distinct(StringComparer.Ordinal).Take(100)];
        }

        return texts.Exists(HasVariable) ? null : texts;
    }

    private static bool HasVariable(string text) =>
        text.Contains('$', StringComparison.Ordinal) || text.Contains("<<", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal);

    [GeneratedRegex(
        @"<<\s*(?:pipeline\.)?parameters\.([\w-]+)\s*>>|\$\{\{\s*(?:variables|parameters)\.(\w+)\s*\}\}|\$\((\w+)\)|\$\{(\w+)\}|\$(\w+)",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Variable();
}
