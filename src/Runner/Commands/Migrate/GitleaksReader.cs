using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Documents.Toml;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Commands.Migrate;

/// <summary>Reads gitleaks' configuration, its ignore file and its reports.</summary>
internal static class GitleaksReader
{
    public static void Read(ForeignFiles files, Foreign so)
    {
        foreach (var path in files.Named(".gitleaks.toml", "gitleaks.toml", ".github/gitleaks.toml", ".gitleaks/config.toml"))
        {
            if (files.Text(path, so) is { } text && ForeignFiles.Parse(path, so, () => TomlReader.Read(text, path)) is { } root)
            {
                Configuration(root, path, so);
            }
        }

        foreach (var path in files.Named(".gitleaksignore"))
        {
            foreach (var (line, number) in files.Lines(path, so))
            {
                Ignored(line.Trim(), $"{path}:{number}", so);
            }
        }

        foreach (var path in files.Where(name => name.Contains("gitleaks", StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(".json", StringComparison.Ordinal)))
        {
            if (files.Text(path, so) is { } text && ForeignFiles.Parse(path, so, () => JsonReader.Read(text, path)) is { Kind: NodeKind.Sequence } report)
            {
                Report(report, path, so);
            }
        }
    }

    private static void Configuration(DocumentNode root, string path, Foreign so)
    {
        if (root.Get("extend") is { } extend)
        {
            foreach (var entry in extend.Entries.Where(entry => entry.Key != "useDefault"))
            {
                so.Leave(Place(path, entry.Node), entry.Key == "disabledRules"
                    ? $"[extend] disables {string.Join(", ", entry.Node.Items.Select(item => Say.Path(item.Text)))}: switch ours off under `rules` of "
                        + $"dlp-scan; `gates dlp rules` lists them"
                    : $"[extend] {Say.Path(entry.Key)} names another configuration; run this on that file as well");
            }
        }

        foreach (var rule in root.Get("rules")?.Items ?? [])
        {
            Rule(rule, path, so);
        }

        foreach (var list in Lists(root))
        {
            Allow(list, path, so, null);
        }
    }

    private static void Rule(DocumentNode rule, string path, Foreign so)
    {
        var (place, id) = (Place(path, rule), rule.GetText("id") ?? "rule");
        foreach (var list in Lists(rule))
        {
            Allow(list, path, so, id);
        }

        if (rule.GetText("regex") is not { } regex)
        {
            so.Leave(place, $"rule {Say.Path(id)} has no regex" + (rule.Get("path") is null ? ", and changes one that gitleaks ships" : ", and judges "
                + "files by their names, which dlp-scan does not"));
            return;
        }

        var globs = rule.GetText("path") is { } only ? ForeignSyntax.Globs(only) : [];
        if (rule.Get("path") is not null && globs.Count == 0)
        {
            so.Leave(place, $"rule {Say.Path(id)}: its `path` cannot be written as a glob, so the rule looks at every file");
        }

        if (rule.Get("required") is not null)
        {
            so.Leave(place, $"rule {Say.Path(id)}: what `required` asks for beside it is not asked for");
        }

        var group = rule.Get("secretGroup")?.Value is long number ? (int)number : 0;
        so.Rules.Add(new ForeignRule(place, id, rule.GetText("description") ?? id, ForeignSyntax.Pattern(regex, group))
        {
            Entropy = rule.Get("entropy")?.Value switch { double real => real, long whole => whole, _ => 0 },
            Paths = globs,
            Keywords = [.. rule.Get("keywords")?.Items.Select(item => item.Text) ?? []],
        });
    }

    /// <summary>The older <c>[allowlist]</c> and the newer <c>[[allowlists]]</c>.</summary>
    private static IEnumerable<DocumentNode> Lists(DocumentNode node) =>
        (node.Get("allowlist") is { } one ? one.Kind == NodeKind.Sequence ? one.Items : [one] : []).Concat(node.Get("allowlists")?.Items ?? []);

    private static void Allow(DocumentNode list, string path, Foreign so, string? rule)
    {
        var whose = rule is null ? "" : $" of rule {Say.Path(rule)}";
        foreach (var entry in list.Entries.Where(entry => entry.Key is "regexes" or "stopwords" or "commits" or "targetRules"))
        {
            so.Leave(Place(path, entry.Node), $"`{entry.Key}` of the allow list{whose}: " + entry.Key switch
            {
                "commits" => "commits are not left out; what a commit holds is waived finding by finding",
                "targetRules" => "the paths beside it are taken over for all rules",
                _ => "values are accepted one by one, by identity, and not by a pattern that may match the next secret",
            });
        }

        foreach (var item in list.Get("paths")?.Items ?? [])
        {
            var globs = ForeignSyntax.Globs(item.Text);
            globs.ToList().ForEach(glob => so.Paths.Add(new ForeignPath(Place(path, item), glob, rule)));
            if (globs.Count == 0)
            {
                so.Leave(Place(path, item), $"path {Say.Quote(item.Text)}{whose} cannot be written as a glob; write it under `exclude` of dlp-scan");
            }
        }
    }

    /// <summary><c>commit:file:rule:line</c>, or without the commit.</summary>
    private static void Ignored(string line, string place, Foreign so)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return;
        }

        var parts = line.Split(':');
        if (parts.Length is 3 or 4 && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            so.Allows.Add(new ForeignAllow(place, parts[^3], number, number));
        }
        else
        {
            so.Leave(place, "is not commit:file:rule:line");
        }
    }

    private static void Report(DocumentNode report, string path, Foreign so)
    {
        foreach (var finding in report.Items)
        {
            if (finding.GetText("File") is { } file && finding.Get("StartLine")?.Value is long line and > 0)
            {
                so.Allows.Add(new ForeignAllow($"{path}:{finding.Line}", file, (int)line,
                    (int)(finding.Get("EndLine")?.Value is long end && end >= line ? end : line)));
            }
        }
    }

    private static string Place(string path, DocumentNode node) => string.Create(CultureInfo.InvariantCulture, $"{path}:{node.Line}");
}
