using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Files;

/// <summary>Finds in a working directory what git lists, and says of what is not there why.</summary>
/// <param name="root">The directory.</param>
/// <param name="isJob">Whether this is a job's checkout, where nobody deletes a tracked file on purpose.</param>
/// <param name="isSparse">Whether the checkout is a sparse one.</param>
internal sealed class WorkingTreeReader(string root, bool isJob, bool isSparse)
{
    /// <value>Where gates keeps what it makes.</value>
    public const string OwnFolder = ".gates/";

    /// <value>What stands in a name for bytes that are no UTF-8, by which no file can be opened.</value>
    private const char NotUtf8 = '\uFFFD';

    private readonly Dictionary<string, bool> realFolders = new(StringComparer.Ordinal) { [""] = true };
    private readonly List<SourceFile> files = [];
    private readonly List<UnseenFile> unseen = [];

    /// <value>The regular files, sorted.</value>
    public IReadOnlyList<SourceFile> Files
    {
        get
        {
            files.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
            return files;
        }
    }

    /// <value>The others, sorted.</value>
    public IReadOnlyList<UnseenFile> Unseen => [.. unseen.Distinct().OrderBy(one => one.Path, StringComparer.Ordinal)];

    public void Add(IndexEntry entry)
    {
        if (!entry.IsTracked && entry.Path.StartsWith(OwnFolder, StringComparison.Ordinal))
        {
            unseen.Add(new UnseenFile(OwnFolder, UnseenReasons.OwnFolder));
        }
        else if (entry.Mode == IndexEntry.SubmoduleMode)
        {
            unseen.Add(new UnseenFile(entry.Path + "/", UnseenReasons.Submodule) { Commit = entry.Commit });
        }
        else if (entry is { IsTracked: false, Path: [.., '/'] })
        {
            unseen.Add(new UnseenFile(entry.Path, UnseenReasons.EmbeddedRepository));
        }
        else if (new FileInfo(Path.Combine(root, entry.Path)) is { Exists: true, LinkTarget: null } info && IsReal(entry.Path))
        {
            Add(entry.Path, info);
        }
        else if (Why(entry) is { } reason)
        {
            var target = reason == UnseenReasons.Link ? new FileInfo(Path.Combine(root, entry.Path)).LinkTarget : null;
            unseen.Add(new UnseenFile(entry.Path, reason) { Target = target });
        }
    }

    /// <summary>Pipes, sockets and devices have no length, and reading one could take for ever.</summary>
    private void Add(string path, FileInfo info)
    {
        if (info.Length > 0 || FileStatus.From(info.FullName) is { IsRegularFile: true })
        {
            files.Add(new SourceFile(path, info.Length) { IsExecutable = info.UnixFileMode.HasFlag(UnixFileMode.UserExecute) });
        }
        else
        {
            unseen.Add(new UnseenFile(path, UnseenReasons.NotAFile));
        }
    }

    /// <returns><see langword="null"/> for what is not tracked and vanished meanwhile.</returns>
    private UnseenReason? Why(IndexEntry entry)
    {
        var info = new FileInfo(Path.Combine(root, entry.Path));
        return entry.Mode == "120000" || (!entry.IsTracked && info.LinkTarget is not null) ? UnseenReasons.Link
            : info.LinkTarget is not null || !IsReal(entry.Path) ? (isJob ? UnseenReasons.BehindLink : UnseenReasons.BehindLinkOnDesk)
            : !entry.IsTracked ? (entry.Path.Contains(NotUtf8, StringComparison.Ordinal) ? UnseenReasons.Unreadable : null)
            : Directory.Exists(info.FullName) ? UnseenReasons.NotAFile
            : !entry.IsSkipped ? (isJob ? UnseenReasons.Deleted : UnseenReasons.DeletedOnDesk)
            : isSparse ? (isJob ? UnseenReasons.Sparse : UnseenReasons.SparseOnDesk)
            : isJob ? UnseenReasons.SkipWorktree : UnseenReasons.SkipWorktreeOnDesk;
    }

    /// <summary>Whether no folder on the way to a path is a link.</summary>
    private bool IsReal(string path) => IsRealFolder(path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "");

    private bool IsRealFolder(string folder)
    {
        if (!realFolders.TryGetValue(folder, out var real))
        {
            real = new DirectoryInfo(Path.Combine(root, folder)).LinkTarget is null && IsReal(folder);
            realFolders[folder] = real;
        }

        return real;
    }
}
