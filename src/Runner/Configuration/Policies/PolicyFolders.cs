using Gates.Doors.Files;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Configuration.Policies;

/// <summary>The files of policies that stand in a folder of the user, without looking through everything else that is there.</summary>
internal static class PolicyFolders
{
    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly string[] Skipped = ["node_modules", "artifacts", "bin", "obj"];

    /// <summary>The folders within one, without those that tools made.</summary>
    public static IEnumerable<DirectoryInfo> Within(DirectoryInfo folder) => folder.EnumerateDirectories("*", NoLinks)
        .Where(child => !child.Name.StartsWith('.') && !Skipped.Contains(child.Name, StringComparer.Ordinal));

    /// <summary>The files that some policies consist of, and those that they may import.</summary>
    /// <param name="root">What paths are relative to.</param>
    /// <param name="folders">The policies' folders, relative to the root; files are named after them, also where there is a shorter way.</param>
    public static ISourceTree Tree(string root, IEnumerable<string> folders) => WorkingTree.From(root, folders
        .SelectMany(folder => new[] { folder, Path.Combine(Path.GetDirectoryName(folder) ?? "", "lib") })
        .Distinct(StringComparer.Ordinal)
        .SelectMany(folder => Names(root, folder))
        .Distinct(StringComparer.Ordinal));

    /// <summary>The same for a policy that is one script.</summary>
    public static ISourceTree TreeOfScript(string root, string script)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(script, root))!);
        var files = Files(folder).Concat(Below(new DirectoryInfo(Path.Combine(folder.FullName, "lib"))));
        return WorkingTree.From(root, files.Select(file => Name(root, file)).Distinct(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(string root, string folder)
    {
        var start = new DirectoryInfo(Path.Combine(root, folder));
        return Below(start).Select(file => $"{folder}/{Name(start.FullName, file)}");
    }

    private static string Name(string root, FileInfo file) => Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) => Files(folder).Concat(folder.Exists && folder.LinkTarget is null
        ? Within(folder).Where(child => child.Name != "cases").SelectMany(Below)
        : []);

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder.Exists && folder.LinkTarget is null ? folder.EnumerateFiles("*", NoLinks) : [];
}
