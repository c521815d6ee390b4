using LibGit2Sharp;
using Entry = Gates.Doors.Git.Objects.TreeEntry;
using Repository = LibGit2Sharp.Repository;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>What the oracle says that a commit lists.</summary>
internal static class OracleListing
{
    /// <summary>All but folders, in no order.</summary>
    public static IReadOnlyList<Entry> Of(Repository repository, string commit) => [.. Walk(repository, commit).Select(found =>
    {
        var size = found.Entry.TargetType == TreeEntryTargetType.Blob ? repository.ObjectDatabase.RetrieveObjectMetadata(found.Entry.Target.Id).Size : -1;
        return new Entry(found.Path, (int)found.Entry.Mode, found.Entry.Target.Sha, size);
    })];

    /// <summary>Whether a name is no UTF-8.</summary>
    public static bool IsOfBytes(Repository repository, string commit) =>
        Walk(repository, commit).Any(found => found.Path.Contains('\ufffd', StringComparison.Ordinal));

    private static IEnumerable<(string Path, TreeEntry Entry)> Walk(Repository repository, string commit)
    {
        var open = new Stack<(string Folder, Tree Tree)>([("", repository.Lookup<Commit>(commit).Tree)]);
        while (open.TryPop(out var folder))
        {
            foreach (var entry in folder.Tree)
            {
                if (entry.TargetType == TreeEntryTargetType.Tree)
                {
                    open.Push((folder.Folder + entry.Name + "/", (Tree)entry.Target));
                }
                else
                {
                    yield return (folder.Folder + entry.Name, entry);
                }
            }
        }
    }
}
