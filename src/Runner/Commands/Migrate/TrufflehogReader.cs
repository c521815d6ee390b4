using System.Globalization;
using Gates.Formats.Documents;

namespace Gates.Runner.Commands.Migrate;

/// <summary>Reads custom detectors of trufflehog, and the file that its <c>--exclude-paths</c> names.</summary>
internal static class TrufflehogReader
{
    public static void Read(ForeignFiles files, Foreign so)
    {
        foreach (var path in files.Where(name => name.Contains("trufflehog", StringComparison.OrdinalIgnoreCase)
            && (name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal))
                && !name.StartsWith(".github/workflows/", StringComparison.Ordinal)))
        {
            if (files.Text(path, so) is { } text
                && ForeignFiles.Parse(path, so, () => YamlReader.Read(text, path) is [var first, ..] ? first : null) is { } root)
            {
                foreach (var detector in root.Get("detectors")?.Items ?? [])
                {
                    Detector(detector, path, so);
                }
            }
        }

        foreach (var path in files.Where(name => name.EndsWith(".trufflehogignore", StringComparison.Ordinal)
            || (name.Contains("trufflehog", StringComparison.OrdinalIgnoreCase)
                && (name.Contains("exclude", StringComparison.OrdinalIgnoreCase) || name.Contains("ignore", StringComparison.OrdinalIgnoreCase))
                && !name.EndsWith(".yml", StringComparison.Ordinal))))
        {
            foreach (var (line, number) in files.Lines(path, so).Where(line => line.Text.Trim().Length > 0 && line.Text[0] != '#'))
            {
                var globs = ForeignSyntax.Globs(line.Trim());
                globs.ToList().ForEach(glob => so.Paths.Add(new ForeignPath($"{path}:{number}", glob)));
                if (globs.Count == 0)
                {
                    so.Leave($"{path}:{number}", $"path {Say.Quote(line)} cannot be written as a glob; write it under `exclude` of dlp-scan");
                }
            }
        }
    }

    private static void Detector(DocumentNode detector, string path, Foreign so)
    {
        var name = detector.GetText("name") ?? "detector";
        foreach (var entry in detector.Entries.Where(entry => entry.Key is not ("name" or "keywords" or "regex" or "entropy" or "description")))
        {
            so.Leave(Place(path, entry.Node), $"{Say.Path(name)}: `{Say.Path(entry.Key)}`: " + (entry.Key is "verify" or "validations"
                ? "no provider is asked, because that would send secrets to others"
                : "values are not left out by words or patterns; accept them by identity"));
        }

        var patterns = detector.Get("regex")?.Entries ?? [];
        foreach (var pattern in patterns)
        {
            so.Rules.Add(new ForeignRule(Place(path, pattern.Node), patterns.Count == 1 ? name : $"{name}-{pattern.Key}", detector.GetText("description")
                ?? name, ForeignSyntax.Pattern(pattern.Node.Text))
            {
                Entropy = detector.Get("entropy")?.Value switch { double real => real, long whole => whole, _ => 0 },
                Keywords = [.. detector.Get("keywords")?.Items.Select(item => item.Text) ?? []],
            });
        }
    }

    private static string Place(string path, DocumentNode node) => string.Create(CultureInfo.InvariantCulture, $"{path}:{node.Line}");
}
