using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Git;

/// <summary>A commit's files as objects. Symbolic links and submodules are left out, and named in <see cref="Unseen"/>.</summary>
internal sealed class GitTree : ISourceTree, IDisposable
{
    private readonly Dictionary<string, TreeEntry> entries;
    private readonly GitObjects reader;

    private GitTree(IReadOnlyList<TreeEntry> sorted, GitObjects reader)
    {
        entries = sorted.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        this.reader = reader;
        AllFiles = [.. sorted.Where(entry => entry.IsFile)
            .Select(file => new SourceFile(file.Path, Math.Max(file.Size, 0)) { IsExecutable = (file.Mode & 0x40) != 0 })];
        Unseen =
        [
            .. sorted.Where(entry => !entry.IsFile)
                .Select(entry => entry.IsSubmodule
                    ? new UnseenFile(entry.Path + "/", UnseenReasons.Submodule) { Commit = entry.Id }
                    : new UnseenFile(entry.Path, UnseenReasons.Link)),
        ];
    }

    public IReadOnlyList<SourceFile> Files => AllFiles;

    public IReadOnlyList<SourceFile> AllFiles { get; }

    public IReadOnlyList<UnseenFile> Unseen { get; }

    /// <param name="sorted">What the commit lists, sorted by path (ordinal).</param>
    /// <param name="git">Where the objects are read.</param>
    public static GitTree From(IReadOnlyList<TreeEntry> sorted, GitCommand git) => new(sorted, new GitObjects(git));

    public bool Exists(string path) => entries.TryGetValue(path, out var entry) && entry.IsFile;

    public bool IsBehindLink(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (entries.TryGetValue(path[..end], out var entry) && entry is { IsFile: false, IsSubmodule: false })
            {
                return true;
            }
        }

        return false;
    }

    public bool IsFolder(string path) =>
        (entries.TryGetValue(path, out var entry) && entry.IsSubmodule) || AllFiles.Any(file => file.Path.StartsWith(path + "/", StringComparison.Ordinal));

    public Stream Open(string path) => Exists(path)
        ? new MemoryStream(reader.FindAll([entries[path].Id], "blob")[0], writable: false)
        : throw new EvaluationException($"{path}: no such file in this commit");

    /// <summary>Some files at once; <see langword="null"/> for each that this commit does not have.</summary>
    /// <exception cref="EvaluationException">An object is missing from this clone.</exception>
    public IReadOnlyList<byte[]?> ReadAll(IReadOnlyList<string> paths)
    {
        var ids = paths.Select(path => Exists(path) ? entries[path].Id : null).ToList();
        var found = new Queue<byte[]>(reader.FindAll([.. ids.OfType<string>()], "blob"));
        return [.. ids.Select(id => id is null ? null : found.Dequeue())];
    }

    public void Dispose() => reader.Dispose();
}
