using System.Globalization;
using Gates.Formats.Documents;

namespace Gates.Runner.Commands.Migrate;

/// <summary>Reads a baseline of detect-secrets, which holds its settings as well.</summary>
internal static class DetectSecretsReader
{
    private const string Files = "detect_secrets.filters.regex.should_exclude_file";

    public static void Read(ForeignFiles files, Foreign so)
    {
        foreach (var path in files.Where(name => name.EndsWith(".secrets.baseline", StringComparison.Ordinal)))
        {
            if (files.Text(path, so) is { } text && ForeignFiles.Parse(path, so, () => JsonReader.Read(text, path)) is { } root)
            {
                Plugins(root, path, so);
                Filters(root, path, so);
                Results(root, path, so);
            }
        }
    }

    private static void Plugins(DocumentNode root, string path, Foreign so)
    {
        foreach (var plugin in root.Get("plugins_used")?.Items ?? [])
        {
            var name = plugin.GetText("name") ?? plugin.GetText("class") ?? "?";
            if (plugin.GetText("path") is not null)
            {
                so.Leave(Place(path, plugin), $"plugin {Say.Path(name)} is a program of yours; write its patterns as rules");
            }
            else if (plugin.Get("limit") is { } limit)
            {
                so.Leave(Place(path, plugin), $"{Say.Path(name)} reports any text of high entropy (limit {Say.Value(limit)}), which dlp-scan does not: it "
                    + $"asks for a name that says what it is");
            }
        }
    }

    private static void Filters(DocumentNode root, string path, Foreign so)
    {
        var old = root.Get("exclude");
        var filters = root.Get("filters_used")?.Items ?? [];
        var excluded = filters.Where(filter => filter.GetText("path") == Files).SelectMany(filter => filter.Get("pattern")?.Items ?? [])
            .Concat(old?.Get("files") is { IsString: true } pattern ? [pattern] : []);
        foreach (var item in excluded)
        {
            var globs = ForeignSyntax.Globs(item.Text);
            globs.ToList().ForEach(glob => so.Paths.Add(new ForeignPath(Place(path, item), glob)));
            if (globs.Count == 0)
            {
                so.Leave(Place(path, item), $"path {Say.Quote(item.Text)} cannot be written as a glob; write it under `exclude` of dlp-scan");
            }
        }

        foreach (var filter in filters.Where(filter => filter.GetText("path") is { } name && name != Files
            && name.StartsWith("detect_secrets.filters.regex", StringComparison.Ordinal)))
        {
            so.Leave(Place(path, filter), "lines and secrets are not left out by a pattern, which may match the next secret; accept values by identity");
        }
    }

    private static void Results(DocumentNode root, string path, Foreign so)
    {
        foreach (var file in root.Get("results")?.Entries ?? [])
        {
            foreach (var found in file.Node.Items)
            {
                if (found.Get("is_secret")?.Value is true)
                {
                    so.Leave(Place(path, found), $"{Say.Path(file.Key)} was audited as a true secret, so it is not waived: rotate it");
                }
                else if (found.Get("line_number")?.Value is long line and > 0)
                {
                    so.Allows.Add(new ForeignAllow(Place(path, found), file.Key, (int)line, (int)line));
                }
                else
                {
                    so.Leave(Place(path, found), $"an entry of {Say.Path(file.Key)} has no line (a slim baseline); make one without --slim");
                }
            }
        }
    }

    private static string Place(string path, DocumentNode node) => string.Create(CultureInfo.InvariantCulture, $"{path}:{node.Line}");
}
