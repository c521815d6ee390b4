using Gates.BuiltIn;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Runs;

/// <summary>Other secret scanners whose files a repository may have.</summary>
internal static class ForeignTools
{
    private static readonly (string Tool, string[] Files)[] Known =
    [
        ("gitleaks", [".gitleaks.toml", "gitleaks.toml", ".github/gitleaks.toml", ".gitleaksignore"]),
        ("detect-secrets", [".secrets.baseline"]),
        ("trufflehog", [".trufflehog.yml", ".trufflehog.yaml", "trufflehog.yml", "trufflehog.yaml", ".trufflehogignore"]),
        ("secretlint", [".secretlintrc.json", ".secretlintrc", ".secretlintrc.yml", ".secretlintrc.yaml", ".secretlintrc.js", ".secretlintignore"]),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(known => known.Tool)];

    /// <value>The files by which they are found.</value>
    public static IReadOnlyList<string> Files { get; } = [.. Known.SelectMany(known => known.Files), GateCatalog.Rules.Path];

    /// <summary>One line for each that is found, until the repository has rules of its own here.</summary>
    public static IEnumerable<string> Notes(ISourceTree tree) => tree.Exists(GateCatalog.Rules.Path) ? [] : Known
        .Select(known => (known.Tool, File: Array.Find(known.Files, tree.Exists)))
        .Where(known => known.File is not null)
        .Select(known => $"{known.Tool} configuration found ({known.File}): `gates migrate {known.Tool}` carries it over.");
}
