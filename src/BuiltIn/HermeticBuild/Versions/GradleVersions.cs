using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary>Gradle's build files and version catalogues: dynamic versions, where no <c>gradle.lockfile</c> decides.</summary>
internal sealed partial class GradleVersions(RepositoryFiles files) : IFileInspector
{
    public static bool IsGradle(string name) =>
        name.EndsWith(".gradle", StringComparison.Ordinal) || name.EndsWith(".gradle.kts", StringComparison.Ordinal)
            || name.EndsWith(".versions.toml", StringComparison.Ordinal);

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        if (files.IsLocked(Folders.Of(path), ["gradle.lockfile", "buildscript-gradle.lockfile"]))
        {
            return;
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 2000 || lines[i].TrimStart() is ['/', '/', ..] or ['*', ..] or ['#', ..])
            {
                continue;
            }

            foreach (var match in Coordinate().Matches(lines[i]).Concat(Named().Matches(lines[i])))
            {
                var version = match.Groups["version"].Value;
                var name = match.Groups["name"].Success ? match.Groups["name"].Value : "version";
                facts.Floating.Add(new FloatingFact(name, version, name == "version" ? "version 1.2.3" : name + ":1.2.3", path, i + 1));
            }
        }
    }

    // 'group:name:1.+', "group:name:latest.release", "group:name:[1.0,2.0)", "group:name:1.0-SNAPSHOT"
    [GeneratedRegex(
        @"[""'](?<name>[\w.-]+:[\w.-]+):(?<version>[\w.-]*\+|latest\.\w+|[\[\]\(][^""']*,[^""']*|[\w.-]+-SNAPSHOT)(@\w+)?[""']",
            RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Coordinate();

    // id("x") version "1.+", version = "latest.release", version: '1.+'
    [GeneratedRegex(
        @"\b(version|ref|require|strictly|prefer)\b\s*[=(:]?\s*[""'](?<version>[\d.]*\+|latest\.\w+|[\[\(][^""']*,[^""']*)[""']",
            RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
