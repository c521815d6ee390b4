using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary>Terraform's <c>*.tf</c>: modules by range or by branch, and root modules without a lock file of their providers.</summary>
internal sealed partial class TerraformFile(RepositoryFiles files) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        foreach (var match in Module().Matches(text).AsEnumerable())
        {
            var body = match.Groups["body"].Value;
            var source = Source().Match(body).Groups["value"].Value;
            var version = Version().Match(body).Groups["value"].Value;
            if (Better(source, version) is { } better)
            {
                var line = text.AsSpan(0, match.Index).Count('\n') + 1;
                facts.Floating.Add(new FloatingFact(match.Groups["name"].Value, version.Length > 0 ? version
                    : Address.Show(source), better, path, line));
            }
        }

        var folder = Folders.Of(path);
        if (Provider().IsMatch(text) && !files.Exists(folder, ".terraform.lock.hcl") && IsFirst(path, folder))
        {
            facts.Locks.Add(new LockFact("terraform", [".terraform.lock.hcl"], "terraform init", Library: false, Required: false, path));
        }
    }

    // One finding for a root module, however many of its files name providers.
    private bool IsFirst(string path, string folder) => files.In(folder)
        .Where(other => other.EndsWith(".tf", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .First(other => other == path || (files.TryRead("", other) is { } text && Provider().IsMatch(text))) == path;

    // The registry's modules take a version; the others are addresses.
    private static string? Better(string source, string version) =>
        source.Length == 0 || source.StartsWith('.') ? null
        : source.Contains("::", StringComparison.Ordinal) || source.Contains("://", StringComparison.Ordinal)
            || source.StartsWith("git@", StringComparison.Ordinal)
            || source.StartsWith("github.com/", StringComparison.Ordinal) || source.StartsWith("bitbucket.org/", StringComparison.Ordinal)
            ? VersionForm.IsFixedSource(source) || source.StartsWith("s3::", StringComparison.Ordinal) ? null : "?ref=<40-hex commit>"
        : VersionForm.IsWhole(version.TrimStart('=', ' ')) ? null : "version = \"1.2.3\"";

    [GeneratedRegex(@"^module\s+""(?<name>[^""]+)""\s*\{((?<body>[^\n{}]*)\}|(?<body>.*?)^\})",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        1000)]
    private static partial Regex Module();

    [GeneratedRegex(@"^\s*source\s*=\s*""(?<value>[^""]*)""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Source();

    [GeneratedRegex(@"^\s*version\s*=\s*""(?<value>[^""]*)""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"^(provider\s+""[^""]+""\s*\{|\s+backend\s+""[^""]+""\s*\{)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Provider();
}
