using System.Text.RegularExpressions;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Charts;

/// <summary>Images that stand in a chart's templates as they are, or follow from its values alone.</summary>
/// <param name="values">The chart's values; <see langword="null"/> without any.</param>
/// <param name="version">The chart's own <c>appVersion</c>.</param>
/// <param name="known">The images that its values gave already.</param>
internal sealed partial class TemplateImages(DocumentNode? values, string? version, HashSet<string> known)
{
    public void Read(SourceText template, CollectedImages into)
    {
        into.AddFile(template);
        foreach (Match match in Line().Matches(template.Text))
        {
            var written = match.Groups["image"].Value.Trim();
            var text = Expand(written);
            if (text is not null && ImageReference.TryParse(text, out var image, out _) && known.Add(image.ToString()))
            {
                var where = written == text ? "template" : $"template, {written}";
                into.AddImage(template, "chart template", text, where, template.LineAt(match.Groups["image"].Index));
            }
        }
    }

    /// <summary>The text with the chart's own values; <see langword="null"/> when something else is in it.</summary>
    private string? Expand(string text)
    {
        var isKnown = true;
        var result = Expression().Replace(text, match =>
        {
            var value = Value(match.Groups["name"].Value) is { Length: > 0 } own ? own
                : match.Groups["text"].Success ? match.Groups["text"].Value
                : match.Groups["other"].Success ? Value(match.Groups["other"].Value)
                : null;
            isKnown &= !string.IsNullOrEmpty(value);
            return value ?? "";
        });
        return isKnown && !result.Contains("{{", StringComparison.Ordinal) ? result.Trim('"', '\'', ' ') : null;
    }

    private string? Value(string name)
    {
        if (name is ".Chart.AppVersion" or "$.Chart.AppVersion")
        {
            return version;
        }

        var path = name[(name.IndexOf(".Values.", StringComparison.Ordinal) + ".Values.".Length)..].Split('.');
        var node = path.Aggregate(values, (current, key) => current?.Get(key));
        return node is { Kind: NodeKind.Scalar, Value: not null } ? node.Text : null;
    }

    [GeneratedRegex(@"^[ \t]*(?:-[ \t]+)?""?image""?[ \t]*:[ \t]*(?<image>[^\s#][^\r\n]{0,400}?)[ \t]*(?:[ "
        + @"\t]#[^\r\n]*)?\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(
        @"\{\{-?\s*(?<name>\$?\.Values\.[\w.]+|\$?\.Chart\.AppVersion)"
            + @"(?:\s*\|\s*default\s+(?:""(?<text>[^""]*)""|(?<other>\$?\.Values\.[\w.]+|\$?\.Chart\.AppVersion)))?"
            + @"(?:\s*\|\s*(?:quote|toString|trim|squote))*\s*-?\}\}",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Expression();
}
