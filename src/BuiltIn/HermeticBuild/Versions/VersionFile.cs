using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;
using Gates.Formats.Documents;
using Gates.Formats.Documents.Toml;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary>Files in which version managers read one toolchain or several: <c>.nvmrc</c>, <c>.tool-versions</c>, <c>mise.toml</c> and their like.</summary>
internal sealed partial class VersionFile(RepositoryFiles files) : IFileInspector
{
    private static readonly Dictionary<string, (string Tool, string Example)> Single = new(StringComparer.Ordinal)
    {
        [".nvmrc"] = ("node", "22.11.0"),
        [".node-version"] = ("node", "22.11.0"),
        [".python-version"] = ("python", "3.13.0"),
        [".ruby-version"] = ("ruby", "3.3.6"),
        [".java-version"] = ("java", "21.0.5"),
        [".go-version"] = ("go", "1.23.4"),
        [".terraform-version"] = ("terraform", "1.9.8"),
        [".opentofu-version"] = ("opentofu", "1.9.0"),
        [".bazelversion"] = ("bazel", "7.4.1"),
        [".php-version"] = ("php", "8.3.14"),
        [".bun-version"] = ("bun", "1.1.38"),
        [".deno-version"] = ("deno", "2.1.1"),
        [".dvmrc"] = ("deno", "2.1.1"),
        ["rust-toolchain"] = ("rust", "1.83.0"),
        [".swift-version"] = ("swift", "6.0.2"),
    };

    // What is released with two parts.
    private static readonly string[] Short = ["swift", "erlang", "postgres", "gradle", "perl", "R", "r", "java", "scala", "ghc", "sbt"];

    public static bool IsVersionFile(string name) =>
        Single.ContainsKey(name) || name is ".tool-versions" or "mise.toml" or ".mise.toml" or "rust-toolchain.toml" or ".sdkmanrc";

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var name = Folders.NameOf(path);
        var asked = name switch
        {
            "mise.toml" or ".mise.toml" => files.Exists(Folders.Of(path), "mise.lock") ? [] : Mise(TomlReader.Read(text, path)),
            "rust-toolchain.toml" => Rust(text, path),
            "rust-toolchain" when text.Contains("[toolchain]", StringComparison.Ordinal) => Rust(text, path),
            ".tool-versions" or ".sdkmanrc" => Lines(text).SelectMany(line => Pairs(line.Text, line.Number)),
            _ => Lines(text).Select(line => (Single[name].Tool, Version: line.Text, Line: line.Number)),
        };
        foreach (var (tool, version, line) in asked.Where(item => !IsExact(item.Tool, item.Version)))
        {
            var example = Single.Values.FirstOrDefault(known => tool.StartsWith(known.Tool, StringComparison.Ordinal)).Example ?? "<version>";
            facts.Versions.Add(new VersionFact(tool, version, example, IsLowest: false, path, line));
        }
    }

    private static IEnumerable<(string Text, int Number)> Lines(string text) => text.Split('\n')
        .Select((line, index) => (Text: line.Split('#')[0].Trim(), Number: index + 1))
        .Where(line => line.Text.Length > 0);

    private static IEnumerable<(string Tool, string Version, int Line)> Pairs(string line, int number)
    {
        var words = line.Split([' ', '\t', '='], StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? [] : words.Skip(1).Select(version => (words[0], version, number));
    }

    private static IEnumerable<(string Tool, string Version, int Line)> Rust(string text, string path) =>
        TomlReader.Read(text, path).Get("toolchain")?.Get("channel") is { } channel ? [("rust", channel.Text, channel.Line)] : [];

    private static IEnumerable<(string Tool, string Version, int Line)> Mise(DocumentNode root)
    {
        foreach (var tool in root.Get("tools")?.Entries ?? [])
        {
            var asked = tool.Node.Kind == NodeKind.Sequence ? tool.Node.Items : [tool.Node];
            foreach (var version in asked.Select(item => item.Kind == NodeKind.Map ? item.Get("version") : item).OfType<DocumentNode>())
            {
                yield return (tool.Key, version.Text, version.Line);
            }
        }
    }

    private static bool IsExact(string tool, string version) =>
        version.StartsWith("path:", StringComparison.Ordinal) || version.StartsWith("{{", StringComparison.Ordinal)
            || (version.StartsWith("ref:", StringComparison.Ordinal) && Pins.IsCommit(version[4..]))
            || Dated().IsMatch(version)
            || (Leading().Match(version) is { Success: true } match && match.Groups["version"].Value is var number
                && (Pins.IsExactVersion(number)
                    || (number.Contains('.', StringComparison.Ordinal) && Short.Any(name => tool.EndsWith(name, StringComparison.Ordinal))
                    && VersionForm.IsFixed(number))));

    [GeneratedRegex(@"^(nightly|beta)-\d{4}-\d{2}-\d{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dated();

    // 1.2.3, v1.2.3, ruby-3.3.0, temurin-21.0.2+13, pypy3.10-7.3.17
    [GeneratedRegex(@"^(pypy[\d.]+-|[A-Za-z][A-Za-z0-9_]*-)*v?(?<version>\d[^\s]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leading();
}
