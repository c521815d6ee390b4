using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Configuration.Folders;

/// <summary>The folders' own files of a tree, found in the listing that it has.</summary>
/// <param name="Paths">Those that count, sorted.</param>
/// <param name="Notes">Which do not count, and why.</param>
/// <param name="Problems">What is wrong with where they stand.</param>
internal sealed record FolderFiles(IReadOnlyList<string> Paths, IReadOnlyList<string> Notes, IReadOnlyList<string> Problems)
{
    public const int MaxCount = 2_000;

    private const int MaxNamed = 3;

    /// <summary>What such a file may be called.</summary>
    public static IReadOnlyList<string> Names { get; } = [".gates.yml", ".gates.yaml"];

    public static FolderFiles Find(ISourceTree tree, GatesConfiguration root)
    {
        var wanted = root.Folders is { } globs ? PathFilter.Of(globs) : null;
        var problems = new List<string>();
        var (found, untracked) = (new List<string>(), new List<string>());
        foreach (var path in tree.AllFiles.Select(file => file.Path).Where(path => Counts(path, root, wanted)))
        {
            (tree.IsTracked(path) ? found : untracked).Add(path);
        }

        problems.AddRange(found.Select(path => Refuse(path)).OfType<string>());
        problems.AddRange(found.GroupBy(FolderOf, StringComparer.Ordinal).Where(folder => folder.Count() > 1)
            .Select(folder => $"{Say.Path(folder.First())}: {Say.Path(folder.Last())} exists as well; keep one of them"));
        if (found.Count > MaxCount)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{found.Count} folders have a file of their own ({Names[0]}); at most {MaxCount} are possible, and `folders` says which count"));
        }

        var unseen = tree.Unseen.Where(one => !one.IsFolder && Counts(one.Path, root, wanted) && tree.IsTracked(one.Path)).ToList();
        problems.AddRange(unseen.Where(one => !IsAway(one)).Select(one => IsLink(one)
            ? $"{Say.Path(one.Path)} is a symbolic link, or behind one, which is not followed; commit the file itself"
            : $"{Say.Path(one.Path)} cannot be read: {one.Reason.Words}"));
        return new FolderFiles(
            found,
            [
                .. Note(untracked, "not tracked by git, so {0} count; `git add` {1}"),
                .. Note([.. unseen.Where(IsAway).Select(one => one.Path)], "not checked out here, so {0} count"),
            ],
            problems);
    }

    /// <summary>With a slash at its end; empty for the root.</summary>
    public static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static bool Counts(string path, GatesConfiguration root, PathFilter? wanted) =>
        Names.Any(name => path.EndsWith(name, StringComparison.Ordinal) && path.Length - name.Length == path.LastIndexOf('/') + 1)
        && path != root.Source
        && !IsCase(path)
        && wanted?.Includes(FolderOf(path).TrimEnd('/')) != false;

    /// <summary>The trees of a policy's test cases are no folders of anybody.</summary>
    private static bool IsCase(string path) => path.StartsWith("policies/", StringComparison.Ordinal) && path.Split('/') is [_, _, "cases", ..];

    private static string? Refuse(string path) => FolderOf(path) switch
    {
        "" => $"{path}: this file is for a folder; what holds for the whole repository stands in {ConfigurationLocator.DefaultPaths[0]}",
        var folder when folder.StartsWith(".github/", StringComparison.Ordinal) =>
            $"{Say.Path(path)}: .github is no folder of a team; what holds for it stands in {ConfigurationLocator.DefaultPaths[0]}",
        var folder => RepositoryPaths.Refuse(folder) is { } refusal ? $"{Say.Path(path)}: its folder's name {refusal}" : null,
    };

    private static bool IsLink(UnseenFile unseen) =>
        unseen.Reason == UnseenReasons.Link || unseen.Reason == UnseenReasons.BehindLink || unseen.Reason == UnseenReasons.BehindLinkOnDesk;

    /// <summary>A job may check out the one folder that it is about, and who deletes a file on a desk has changed it.</summary>
    private static bool IsAway(UnseenFile unseen) =>
        unseen.Reason == UnseenReasons.Sparse || unseen.Reason == UnseenReasons.SparseOnDesk
        || unseen.Reason == UnseenReasons.SkipWorktree || unseen.Reason == UnseenReasons.SkipWorktreeOnDesk
        || unseen.Reason == UnseenReasons.Deleted || unseen.Reason == UnseenReasons.DeletedOnDesk;

    private static IEnumerable<string> Note(IReadOnlyList<string> paths, string why)
    {
        if (paths.Count > 0)
        {
            var one = paths.Count == 1;
            var named = paths.Take(MaxNamed).Select(Say.Path).ToList();
            var more = paths.Count > MaxNamed ? [$"{Prose.Number(paths.Count - MaxNamed)} more"] : (string[])[];
            yield return $"{Prose.Join([.. named, .. more])} {(one ? "is" : "are")} "
                + string.Format(CultureInfo.InvariantCulture, why, one ? "it does not" : "they do not", one ? "it" : "them");
        }
    }
}
