using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary>Manifests that name the toolchain among other things: <c>global.json</c>, <c>go.mod</c>, the <c>packageManager</c> of a
/// <c>package.json</c>.</summary>
internal sealed partial class ProjectToolchain : IFileInspector
{
    private static readonly string[] Rolling = ["latestPatch", "latestFeature", "latestMinor", "latestMajor", "feature", "minor", "major"];

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        switch (Folders.NameOf(path))
        {
            case "global.json":
                facts.Versions.AddRange(Sdk(JsonText.Read(text, path), path));
                break;
            case "go.mod":
                facts.Versions.AddRange(Go(text, path));
                facts.Floating.AddRange(Replacements(text, path));
                break;
            default:
                facts.Versions.AddRange(PackageManager(JsonText.Read(text, path), path));
                break;
        }
    }

    // rollForward lets a newer SDK than the one named do the build. Without it, and with patch, a newer one is taken only when that one is missing.
    private static IEnumerable<VersionFact> Sdk(DocumentNode root, string path)
    {
        if (root.Get("sdk") is not { Kind: NodeKind.Map } sdk)
        {
            yield break;
        }

        var version = sdk.Get("version");
        var roll = sdk.Get("rollForward");
        if (roll is not null && Rolling.Contains(roll.Text, StringComparer.OrdinalIgnoreCase))
        {
            yield return new VersionFact(".NET SDK", "rollForward: " + roll.Text, "\"rollForward\": \"disable\"", IsLowest: false, path, roll.Line);
        }
        else if (version is null || !Pins.IsExactVersion(version.Text))
        {
            yield return new VersionFact(
                ".NET SDK", version?.Text ?? "no version", "\"version\": \"10.0.100\", \"rollForward\": \"disable\"", IsLowest: false, path,
                    (version ?? sdk).Line);
        }
    }

    // The go line is the lowest version that will do; a toolchain line names one.
    private static IEnumerable<VersionFact> Go(string text, string path)
    {
        var toolchain = Toolchain().Match(text);
        var language = Language().Match(text);
        var match = toolchain.Success && toolchain.Groups["version"].Value != "default" ? toolchain : language;
        var version = match.Groups["version"].Value;
        if (match.Success && !Pins.IsExactVersion(version.Replace("go", "", StringComparison.Ordinal)) && !Candidate().IsMatch(version))
        {
            yield return new VersionFact("go", version, "toolchain go1.23.4", IsLowest: match == language, path, LineOf(text, match.Index));
        }
    }

    private static IEnumerable<FloatingFact> Replacements(string text, string path) =>
        from match in Replacement().Matches(text)
        let version = match.Groups["version"].Value
        where !version.StartsWith('v')
        select new FloatingFact(match.Groups["name"].Value, version, $"=> {match.Groups["name"].Value} v<version>", path, LineOf(text, match.Index));

    private static IEnumerable<VersionFact> PackageManager(DocumentNode root, string path)
    {
        if (root.Get("packageManager") is { IsString: true } manager && manager.Text.LastIndexOf('@') is > 0 and var at
            && !Pins.IsExactVersion(manager.Text[(at + 1)..]) && !manager.Text.Contains("://", StringComparison.Ordinal))
        {
            var name = manager.Text[..at];
            yield return new VersionFact(name, manager.Text, $"\"packageManager\": \"{name}@<version>\"", IsLowest: false, path, manager.Line);
        }
    }

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"^toolchain[ \t]+(?<version>\S+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Toolchain();

    [GeneratedRegex(@"^go[ \t]+(?<version>\d\S*)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Language();

    [GeneratedRegex(@"^(go)?\d+\.\d+(rc|beta)\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Candidate();

    [GeneratedRegex(@"=>[ \t]*(?<name>[^\s./][^\s]*)[ \t]+(?<version>[^\s/]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Replacement();
}
