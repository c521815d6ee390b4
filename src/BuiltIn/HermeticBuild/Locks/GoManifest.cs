using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Locks;

/// <summary><c>go.mod</c>: every module from elsewhere has its hash in <c>go.sum</c>.</summary>
internal sealed partial class GoManifest(RepositoryFiles files) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var folder = Folders.Of(path);
        var required = new HashSet<string>(Module().Matches(text).Select(match => match.Groups["name"].Value), StringComparer.Ordinal);
        required.ExceptWith(LocalReplacement().Matches(text).Select(match => match.Groups["name"].Value));
        if (required.Count > 0 && !files.Exists(folder, "go.sum") && !files.Exists(folder, "vendor/modules.txt") && !files.IsLocked(folder, ["go.work.sum"]))
        {
            facts.Locks.Add(new LockFact("go", ["go.sum"], "go mod tidy", Library: false, Required: false, path));
        }
    }

    [GeneratedRegex(
        @"^[ \t]*(require[ \t]+)?(?<name>[^\s/()]+\.[^\s()]+)[ \t]+v\d[^\s]*[ \t\r]*(//.*)?$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000)]
    private static partial Regex Module();

    [GeneratedRegex(@"^[ \t]*(replace[ \t]+)?(?<name>\S+)([ \t]+v\S+)?[ \t]*=>[ \t]*\.{1,2}/", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex LocalReplacement();
}
