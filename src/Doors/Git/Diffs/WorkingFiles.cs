using System.Collections.Concurrent;
using System.Text;
using Gates.Doors.Git.Objects;

namespace Gates.Doors.Git.Diffs;

/// <summary>The tracked files as they lie in the working directory: each is read and hashed, whatever the index remembers about it.</summary>
internal sealed class WorkingFiles : IFileContents
{
    private readonly string root;
    private readonly GitObjects objects;
    private readonly Dictionary<string, StagedFile> index;
    private readonly ConcurrentDictionary<string, bool> links = new(StringComparer.Ordinal) { [""] = false };

    /// <param name="root">The top folder of the working directory.</param>
    /// <param name="objects">For what a sparse checkout leaves out.</param>
    /// <param name="index">The tracked files.</param>
    public WorkingFiles(string root, GitObjects objects, IReadOnlyList<StagedFile> index)
    {
        this.root = root;
        this.objects = objects;
        this.index = index.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
    }

    /// <summary>
    /// Those that are there, as a listing; what a checkout filtered is listed as what it was made from, when that can be told from the bytes.
    /// </summary>
    /// <param name="compared">The listing that this one is compared with.</param>
    /// <param name="digits">How many an id has in this repository.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IReadOnlyList<TreeEntry> List(IReadOnlyList<TreeEntry> compared, int digits, CancellationToken cancellationToken)
    {
        var before = compared.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        var found = new TreeEntry?[index.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        Parallel.ForEach(Partitioner.Create(index.Values.Index(), EnumerablePartitionerOptions.None), options, item =>
            found[item.Index] = Look(item.Item, before.GetValueOrDefault(item.Item.Path), digits));
        return [.. found.OfType<TreeEntry>()
            .Select(entry => Unfiltered(entry, before.GetValueOrDefault(entry.Path)))
            .OrderBy(entry => entry.Path, StringComparer.Ordinal)];
    }

    public byte[]? Read(TreeEntry entry, byte[]? counterpart = null)
    {
        var tracked = index[entry.Path];
        var full = Path.Combine(root, entry.Path);
        if (tracked.IsLeftOut && !Path.Exists(full))
        {
            return new CommittedContents(objects).Read(entry);
        }

        if (!entry.IsFile)
        {
            return new FileInfo(full).LinkTarget is { } target ? Encoding.UTF8.GetBytes(target) : null;
        }

        var bytes = entry.Id.Length == 0 || entry.Size > TextLines.MaxSize ? null : WorkingFile.ReadAll(full);
        if (bytes is null || counterpart is null || !TextLines.IsAllCrLf(bytes) || counterpart.AsSpan().IndexOf("\r\n"u8) >= 0)
        {
            return bytes;
        }

        // Stored with carriage returns, it has them because somebody wrote them.
        return ObjectId.Of("blob", bytes, entry.Id.Length) == tracked.Staged.Id ? bytes : TextLines.WithoutCarriageReturns(bytes);
    }

    private TreeEntry? Look(StagedFile tracked, TreeEntry? before, int digits)
    {
        var full = Path.Combine(root, tracked.Path);
        if (IsLink(ParentOf(tracked.Path)))
        {
            return null;
        }

        var info = new FileInfo(full);
        if (info.Attributes.HasFlag(FileAttributes.ReparsePoint) && info.LinkTarget is { } target)
        {
            var bytes = Encoding.UTF8.GetBytes(target);
            return new TreeEntry(tracked.Path, TreeEntry.Link, ObjectId.Of("blob", bytes, digits), bytes.Length);
        }

        if (!info.Exists)
        {
            return tracked.Staged.IsSubmodule || (tracked is { IsLeftOut: true, Staged.Id.Length: > 0 } && !Directory.Exists(full)) ? tracked.Staged : null;
        }

        var id = WorkingFile.IdOf(info, digits);

        // A file system without links, or without the executable bit, leaves those to the index.
        var isLinkInAFile = tracked.Staged.Mode == TreeEntry.Link && before is { Mode: TreeEntry.Link } && id == before.Id;
        return new TreeEntry(tracked.Path, isLinkInAFile || tracked.Staged.IsFile ? tracked.Staged.Mode : TreeEntry.File, id, info.Length);
    }

    /// <summary>Line endings and large files that a checkout put in the place of what is stored. The content itself proves it: nobody is believed.</summary>
    private TreeEntry Unfiltered(TreeEntry entry, TreeEntry? before)
    {
        var staged = index[entry.Path].Staged.Id;
        if (!entry.IsFile || entry.Id.Length == 0 || entry.Id == before?.Id || entry.Id == staged || before is { IsFile: false })
        {
            return entry;
        }

        var full = Path.Combine(root, entry.Path);
        if (before is { Size: > 0 and < LargeFilePointer.MaxPointerLength } && before.Id == staged
            && LargeFilePointer.Read(objects.FindAll([before.Id], "blob")[0]) is { } pointer
                && pointer.Size == entry.Size
                && WorkingFile.Sha256Of(full) == pointer.Sha256)
        {
            return entry with { Id = before.Id, Size = before.Size };
        }

        if (entry.Size > TextLines.MaxSize || WorkingFile.ReadAll(full) is not { } bytes || !TextLines.IsAllCrLf(bytes))
        {
            return entry;
        }

        var stored = ObjectId.Of("blob", TextLines.WithoutCarriageReturns(bytes), entry.Id.Length);
        return stored == before?.Id || stored == staged ? entry with { Id = stored } : entry;
    }

    /// <summary>What lies behind a link is not of this repository.</summary>
    private bool IsLink(string folder) =>
        links.GetOrAdd(folder, one => new DirectoryInfo(Path.Combine(root, one)).LinkTarget is not null || IsLink(ParentOf(one)));

    private static string ParentOf(string path) => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "";
}

/// <summary>A commit's files.</summary>
internal sealed class CommittedContents(GitObjects objects) : IFileContents
{
    public byte[]? Read(TreeEntry entry, byte[]? counterpart = null) => entry.Size > TextLines.MaxSize ? null : objects.FindAll([entry.Id], "blob")[0];
}
