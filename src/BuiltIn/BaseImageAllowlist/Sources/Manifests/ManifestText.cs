using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;

/// <summary>Says what the text of an image comes to: an image, a gap, or what only a template or a run knows.</summary>
internal sealed partial class ManifestText(SourceText source, CollectedImages into, string kind)
{
    public void Add(DocumentNode node, string text, string owner, DocumentNode? root, Workload? workload)
    {
        if (text.StartsWith("docker://", StringComparison.Ordinal))
        {
            text = text["docker://".Length..];
        }

        if (ImageGap.WhyOf(text) is { } why)
        {
            into.AddPlaceholder(source, text, node.Line, why);
        }
        else if (!text.Contains("{{", StringComparison.Ordinal) && !text.Contains('$', StringComparison.Ordinal))
        {
            into.AddImage(source, kind, text, owner, node.Line, node.Column, workload);
        }
        else if (root is not null && Defaults(text, root) is { Count: > 0 } values)
        {
            foreach (var value in values)
            {
                into.AddImage(source, kind, value, $"{owner}, {text}", node.Line, node.Column, workload);
            }
        }
        else if (text.Contains("{{", StringComparison.Ordinal) && !IsWorkflow(root))
        {
            into.AddUnread(source, node.Line, "template", $"the image of {owner} is filled in by a template: {text}", certain: false);
        }
        else
        {
            into.AddUnknown(source, kind, text, owner, node.Line, IsWorkflow(root)
                ? "it is only known to the run; write the image, or give the parameter a value here"
                : "it is filled in before it is applied; write the image, or set it with a kustomization");
        }
    }

    private static bool IsWorkflow(DocumentNode? root) => root is not null
        && ManifestKinds.IsArgoWorkflow(ManifestKinds.GroupOf(root.GetText("apiVersion") ?? ""), root.GetText("kind") ?? "");

    /// <summary>What the text becomes with the values that the object gives its own parameters; <see langword="null"/> when one has none.</summary>
    private static IReadOnlyList<string>? Defaults(string text, DocumentNode root)
    {
        var names = Parameter().Matches(text).Select(NameOf).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0 || root.GetText("kind") != "Template" && text.Contains("${", StringComparison.Ordinal))
        {
            return null;
        }

        var values = names.Select(name => ValuesOf(root, name).Distinct(StringComparer.Ordinal).ToList()).ToList();
        if (values.Exists(list => list.Count == 0) || values.Count > 1 && values.Exists(list => list.Count > 1))
        {
            return null;
        }

        List<string> texts = values.Count == 1
            ? [.. values[0].Select(value => Parameter().Replace(text, value.Replace("$", "$$", StringComparison.Ordinal)))]
            : [Parameter().Replace(text, match => values[names.IndexOf(NameOf(match))][0])];
        var isOpen = texts.Exists(whole => whole.Length == 0
            || whole.Contains('$', StringComparison.Ordinal)
            || whole.Contains("{{", StringComparison.Ordinal));
        return isOpen ? null : texts;
    }

    private static string NameOf(Match match) => match.Groups.Values.Skip(1).First(group => group.Success).Value;

    private static IEnumerable<string> ValuesOf(DocumentNode node, string name)
    {
        foreach (var item in node.Items)
        {
            foreach (var value in ValuesOf(item, name))
            {
                yield return value;
            }
        }

        foreach (var entry in node.Entries)
        {
            if (entry.Key is "params" or "parameters")
            {
                foreach (var item in entry.Node.Items.Where(item => item.GetText("name") == name))
                {
                    if ((item.GetText("value") ?? item.GetText("default")) is { } value)
                    {
                        yield return value;
                    }
                }
            }

            foreach (var value in ValuesOf(entry.Node, name))
            {
                yield return value;
            }
        }
    }

    [GeneratedRegex(
        @"\{\{=?\s*(?:inputs|workflow)\.(?:arguments\.)?parameters\.([\w.-]+)\s*\}\}"
            + @"|\$\((?:inputs\.)?params(?:\.|\[[""'])([\w.-]+)(?:[""']\])?\)|\$\{\{?(\w+)\}?\}",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Parameter();
}
