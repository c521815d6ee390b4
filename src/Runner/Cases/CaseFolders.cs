using Gates.Runner.Configuration;

namespace Gates.Runner.Cases;

/// <summary>Finds cases: the folders in the <c>cases/</c> folder of a policy or of a built-in gate.</summary>
internal static class CaseFolders
{
    private const string Cases = "cases";

    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Every case below a folder, sorted by path.</summary>
    /// <param name="root">What names are relative to.</param>
    /// <param name="folder">Where to look: a policy, or a folder of policies or gates; relative to the root.</param>
    /// <exception cref="UsageException">A <c>cases/</c> folder belongs to nothing that can be tested.</exception>
    public static IReadOnlyList<(CaseSubject Subject, string Folder)> Find(string root, string folder)
    {
        var start = new DirectoryInfo(Path.Combine(root, folder));
        if (!start.Exists)
        {
            throw new UsageException($"{Say.Quote(folder)} is not a folder");
        }

        return
        [
            .. from owner in start.EnumerateDirectories("*", NoLinks).Prepend(start)
               let cases = new DirectoryInfo(Path.Combine(owner.FullName, Cases))
               where cases.Exists
               let subject = SubjectOf(root, owner)
               from one in cases.EnumerateDirectories("*", NoLinks)
               let path = PathOf(root, one)
               orderby path
               select (subject, path),
        ];
    }

    private static CaseSubject SubjectOf(string root, DirectoryInfo owner)
    {
        var path = PathOf(root, owner);
        if (File.Exists(Path.Combine(owner.FullName, "policy.json")))
        {
            return new CaseSubject(owner.Name, path);
        }

        return GateCatalog.All.FirstOrDefault(gate => gate.OptionsType.Namespace?.Split('.')[^1] == owner.Name) is { } builtIn
            ? new CaseSubject(builtIn.Id, null)
            : throw new UsageException($"{Say.Path(path)} has cases but no policy.json beside them");
    }

    private static string PathOf(string root, DirectoryInfo folder) =>
        Path.GetRelativePath(root, folder.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
