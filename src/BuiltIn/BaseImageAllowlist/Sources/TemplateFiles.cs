using System.Text.RegularExpressions;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Templates of YAML, which something fills in first: said when they name images, and not read.</summary>
internal sealed partial class TemplateFiles(Func<string, bool> exists) : IImageSource
{
    private static readonly string[] Endings = [".j2", ".jinja", ".jinja2"];

    private static readonly string[] BehindYaml = [".tpl", ".tmpl", ".gotmpl", ".tftpl", ".erb", ".mustache", ".hbs", ".ejs"];

    public static bool IsTemplate(string path)
    {
        if (Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        var ending = BehindYaml.FirstOrDefault(one => path.EndsWith(one, StringComparison.OrdinalIgnoreCase));
        return ending is not null && YamlSource.IsYaml(path[..^ending.Length]);
    }

    public void Read(SourceText source, CollectedImages into)
    {
        if (IsTemplate(source.Path) && !IsInChart(source.Path) && ImageLine().Match(source.Text) is { Success: true } match)
        {
            into.AddUnread(source, source.LineAt(match.Groups["key"].Index), "template", "something fills it in first; check the result", certain: false);
        }
    }

    private bool IsInChart(string path)
    {
        var at = path.LastIndexOf("templates/", StringComparison.Ordinal);
        return (at == 0 || at > 0 && path[at - 1] == '/') && exists(path[..at] + "Chart.yaml");
    }

    [GeneratedRegex(
        @"^[ \t]*(?:-[ \t]+)*[""']?(?<key>image|[A-Za-z_]+Image)[""']?[ \t]*:",
        RegexOptions.CultureInvariant | RegexOptions.Multiline,
        1000)]
    private static partial Regex ImageLine();
}
