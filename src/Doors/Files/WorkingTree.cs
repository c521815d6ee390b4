using System.IO.Enumeration;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Files;

/// <summary>The working directory. A file reached through a symbolic link is not part of it.</summary>
internal sealed class WorkingTree : ISourceTree
{
    private readonly string root;
    private readonly HashSet<string> paths;
    private readonly HashSet<string> untracked;
    private readonly Lazy<WorkingTree> everything;

    private WorkingTree(string root, WorkingTreeReader read, IReadOnlyList<string> ownTracked, HashSet<string> untracked)
    {
        this.root = root;
        this.untracked = untracked;
        AllFiles = read.Files;
        Unseen = read.Unseen;
        paths = [.. AllFiles.Select(file => file.Path)];
        everything = new Lazy<WorkingTree>(() => Walk(root, ownTracked));
    }

    public IReadOnlyList<SourceFile> Files => AllFiles;

    public IReadOnlyList<SourceFile> AllFiles { get; }

    public IReadOnlyList<UnseenFile> Unseen { get; }

    public ISourceTree WithIgnored => everything.Value;

    /// <summary>A tree of the named files; those that are absent, links, or behind a link are left out.</summary>
    public static WorkingTree From(string root, IEnumerable<string> listed) =>
        From(root, listed.Select(path => new IndexEntry(path, "", IsSkipped: false)), isJob: false, isSparse: false, untracked: []);

    /// <summary>A tree of what git lists.</summary>
    /// <param name="root">The working directory.</param>
    /// <param name="listed">The index and the untracked files.</param>
    /// <param name="isJob">Whether it is a job's checkout, where a tracked file that is not there is no change of anybody's.</param>
    /// <param name="isSparse">Whether the checkout is a sparse one.</param>
    public static WorkingTree From(string root, IEnumerable<IndexEntry> listed, bool isJob, bool isSparse)
    {
        var all = listed.ToList();
        return From(root, all, isJob, isSparse, [.. all.Where(entry => !entry.IsTracked).Select(entry => entry.Path)]);
    }

    private static WorkingTree From(string root, IEnumerable<IndexEntry> listed, bool isJob, bool isSparse, HashSet<string> untracked)
    {
        var reader = new WorkingTreeReader(root, isJob, isSparse);
        var ownTracked = new List<string>();
        foreach (var entry in listed)
        {
            reader.Add(entry);
            if (entry.IsTracked && entry.Path.StartsWith(WorkingTreeReader.OwnFolder, StringComparison.Ordinal))
            {
                ownTracked.Add(entry.Path);
            }
        }

        return new WorkingTree(root, reader, ownTracked, untracked);
    }

    /// <summary>Every file below a folder, whatever git thinks of it.</summary>
    public static WorkingTree Walk(string root) => Walk(root, []);

    private static WorkingTree Walk(string root, IReadOnlyList<string> ownTracked)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var found = new FileSystemEnumerable<string>(root, static (ref FileSystemEntry entry) => entry.ToFullPath(), options)
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsLink(ref entry)
                && !(entry.FileName is ".git" && entry.Directory.SequenceEqual(entry.RootDirectory)),
        };
        var reader = new WorkingTreeReader(root, isJob: false, isSparse: false);
        foreach (var path in found)
        {
            reader.Add(new IndexEntry(Path.GetRelativePath(root, path), "", IsSkipped: false));
        }

        foreach (var path in ownTracked)
        {
            reader.Add(new IndexEntry(path, "100644", IsSkipped: false));
        }

        return new WorkingTree(root, reader, ownTracked, []);
    }

    public bool Exists(string path) => paths.Contains(path);

    public bool IsTracked(string path) => !untracked.Contains(path);

    public bool IsBehindLink(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (new FileInfo(Path.Combine(root, path[..end])).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsFolder(string path) => new DirectoryInfo(Path.Combine(root, path)) is { Exists: true, LinkTarget: null };

    public Stream Open(string path)
    {
        if (!paths.Contains(path))
        {
            throw new EvaluationException($"{path}: no such file in the working directory");
        }

        try
        {
            var info = new FileInfo(Path.Combine(root, path));

            // Pipes, sockets and devices report no length; opening one could block for ever.
            return info.Length == 0
                ? Stream.Null
                : info.Open(new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
