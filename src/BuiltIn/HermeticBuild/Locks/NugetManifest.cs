using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Locks;

/// <summary>.NET projects: NuGet writes a lock file only when asked to.</summary>
internal sealed partial class NugetManifest(RepositoryFiles files) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var folder = Folders.Of(path);
        var project = Comment().Replace(text, "");
        if (!PackageReference().IsMatch(project) || files.In(folder).Any(IsLock))
        {
            return;
        }

        var asked = AsksForLock().IsMatch(project) ||
            Folders.Upwards(folder).Any(above => files.Ask("Directory.Build.props", above, PropsAskForLock));
        facts.Locks.Add(new LockFact("nuget", ["packages.lock.json"], "dotnet restore --use-lock-file", Library: false, asked, path));
    }

    private bool PropsAskForLock(string folder) =>
        files.TryRead(folder, "Directory.Build.props") is { } props && AsksForLock().IsMatch(Comment().Replace(props, ""));

    private static bool IsLock(string path) =>
        Folders.NameOf(path) is var name && name.StartsWith("packages.", StringComparison.Ordinal) && name.EndsWith("lock.json", StringComparison.Ordinal);

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"<PackageReference\s", RegexOptions.None, 1000)]
    private static partial Regex PackageReference();

    [GeneratedRegex(@"<RestorePackagesWithLockFile[^>]*>\s*true\s*<", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AsksForLock();
}
