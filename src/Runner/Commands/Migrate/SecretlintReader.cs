using System.Globalization;
using Gates.Formats.Documents;

namespace Gates.Runner.Commands.Migrate;

/// <summary>Reads secretlint's configuration and its ignore file.</summary>
internal static class SecretlintReader
{
    private const string PatternRule = "@secretlint/secretlint-rule-pattern";

    public static void Read(ForeignFiles files, Foreign so)
    {
        foreach (var path in files.Named(".secretlintrc.json", ".secretlintrc", ".secretlintrc.yml", ".secretlintrc.yaml"))
        {
            // JSON is YAML, too; the file without an ending may be either.
            if (files.Text(path, so) is { } text
                && ForeignFiles.Parse(path, so, () => YamlReader.Read(text, path) is [var first, ..] ? first : null) is { } root)
            {
                Rules(root.Get("rules")?.Items ?? [], path, so);
            }
        }

        foreach (var path in files.Named(".secretlintrc.js", ".secretlintrc.cjs", ".secretlintrc.mjs"))
        {
            so.Leave(path, "is a program; write its patterns as rules");
        }

        foreach (var path in files.Named(".secretlintignore"))
        {
            foreach (var (line, number) in files.Lines(path, so))
            {
                var globs = ForeignSyntax.IgnoreLine(line);
                globs?.ToList().ForEach(glob => so.Paths.Add(new ForeignPath($"{path}:{number}", glob)));
                if (globs is { Count: 0 })
                {
                    so.Leave($"{path}:{number}", "takes files back in (!), which has no equal here; write narrower entries");
                }
            }
        }
    }

    private static void Rules(IReadOnlyList<DocumentNode> rules, string path, Foreign so)
    {
        foreach (var rule in rules)
        {
            var (id, options) = (rule.GetText("id") ?? "?", rule.Get("options"));
            if (rule.Get("disabled")?.Value is true)
            {
                so.Leave(Place(path, rule), $"{Say.Path(id)} is disabled: switch ours off under `rules` of dlp-scan; `gates dlp rules` lists them");
            }
            else if (id == PatternRule)
            {
                foreach (var pattern in options?.Get("patterns")?.Items ?? [])
                {
                    Pattern(pattern, path, so);
                }
            }
            else if (!id.StartsWith("@secretlint/", StringComparison.Ordinal))
            {
                so.Leave(Place(path, rule), $"{Say.Path(id)} is a program; write its patterns as rules");
            }

            foreach (var entry in (options?.Entries ?? []).Concat(rule.Entries).Where(entry => entry.Key is "allows" or "allowMessageIds"))
            {
                so.Leave(Place(path, entry.Node), $"`{entry.Key}` of {Say.Path(id)}: values are accepted one by one, by identity, and not by a pattern "
                    + $"that may match the next secret");
            }

            Rules(rule.Get("rules")?.Items ?? [], path, so);
        }
    }

    private static void Pattern(DocumentNode pattern, string path, Foreign so)
    {
        var name = pattern.GetText("name") ?? "pattern";
        var several = pattern.Get("patterns")?.Items ?? (pattern.Get("pattern") is { } one ? [one] : []);
        if (several.Count == 0)
        {
            so.Leave(Place(path, pattern), $"{Say.Path(name)} names files and no pattern, and dlp-scan judges no file by its name");
        }

        foreach (var (item, i) in several.Select((item, i) => (item, i)))
        {
            var (text, ignoreCase) = ForeignSyntax.Literal(item.Text) ?? (item.Text, false);
            so.Rules.Add(new ForeignRule(Place(path, item), several.Count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{i + 1}"),
                name, ForeignSyntax.Pattern(text))
            { IgnoreCase = ignoreCase });
        }
    }

    private static string Place(string path, DocumentNode node) => string.Create(CultureInfo.InvariantCulture, $"{path}:{node.Line}");
}
