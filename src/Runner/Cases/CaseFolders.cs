using Gates.BuiltIn;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Cases;

/// <summary>Finds what can be tested: policies, and the built-in gates' own folders, with the folders in their <c>cases/</c>.</summary>
internal static class CaseFolders
{
    private const string Cases = "cases";

    /// <summary>Every policy and gate below a folder, or in it, sorted by path.</summary>
    /// <param name="root">What names are relative to.</param>
    /// <param name="folder">Where to look, relative to the root.</param>
    /// <exception cref="UsageException">There is no such folder, or cases belong to a script without a <c>policy.json</c>.</exception>
    public static IReadOnlyList<CaseSuite> Suites(string root, string folder)
    {
        folder = Path.TrimEndingDirectorySeparator(folder); // A shell completes it with a slash.
        var start = new DirectoryInfo(Path.Combine(root, folder));
        return start.Exists
            ? [.. Below(root, start).OrderBy(suite => suite.Folder, StringComparer.Ordinal)]
            : throw new UsageException($"{Say.Quote(folder)} is not a folder");
    }

    /// <summary>Every case below a folder, sorted by path.</summary>
    /// <exception cref="UsageException">As <see cref="Suites"/>.</exception>
    public static IReadOnlyList<(CaseSubject Subject, string Folder)> Find(string root, string folder) =>
        [.. Suites(root, folder).SelectMany(suite => suite.Cases.Select(one => (suite.Subject, one)))];

    private static IEnumerable<CaseSuite> Below(string root, DirectoryInfo folder)
    {
        if (SubjectOf(root, folder) is { } subject)
        {
            var cases = new DirectoryInfo(Path.Combine(folder.FullName, Cases));
            yield return new CaseSuite(
                subject,
                PathOf(root, folder),
                cases.Exists ? [.. PolicyFolders.Within(cases).Select(one => PathOf(root, one)).Order(StringComparer.Ordinal)] : []);
            yield break;
        }

        foreach (var suite in PolicyFolders.Within(folder).SelectMany(child => Below(root, child)))
        {
            yield return suite;
        }
    }

    private static CaseSubject? SubjectOf(string root, DirectoryInfo folder)
    {
        var path = PathOf(root, folder);
        var scripts = ImportableFiles.Extensions
            .Select(extension => "policy" + extension)
            .Where(name => File.Exists(Path.Combine(folder.FullName, name)))
            .ToList();
        var manifest = Path.Combine(folder.FullName, "policy.json");
        var hasCases = Directory.Exists(Path.Combine(folder.FullName, Cases));
        if (File.Exists(manifest))
        {
            return scripts.Count > 0 || hasCases ? new CaseSubject(GateOf(manifest) ?? folder.Name, path) : null;
        }

        var builtIn = GateCatalog.All.FirstOrDefault(gate => gate.Options.Type.Namespace?.Split('.')[^1] == folder.Name);
        if (builtIn is not null && (scripts.Count > 0 || hasCases))
        {
            // As it was built in: what it shares with others stands beside it only there.
            return new CaseSubject(builtIn.Id, null);
        }

        return scripts.Count > 0 && hasCases ? throw new UsageException($"{Say.Path(path)} has cases but no policy.json beside them") : null;
    }

    /// <summary>The built-in gate that a manifest names; one that cannot be read says so when it is used.</summary>
    private static string? GateOf(string manifest)
    {
        try
        {
            return PolicyManifest.Read(File.ReadAllText(manifest), manifest).Gate;
        }
        catch (UsageException)
        {
            return null;
        }
    }

    private static string PathOf(string root, FileSystemInfo entry) =>
        Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
