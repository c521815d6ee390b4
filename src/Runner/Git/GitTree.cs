using Gates.Runner.Git.Objects;

namespace Gates.Runner.Git;

/// <summary>A commit's files as objects. Symbolic links and submodules are left out.</summary>
internal sealed class GitTree : ISourceTree, IDisposable
{
    private readonly Dictionary<string, string> objects;
    private readonly GitObjects reader;

    private GitTree(IReadOnlyList<SourceFile> files, Dictionary<string, string> objects, GitObjects reader)
    {
        AllFiles = files;
        this.objects = objects;
        this.reader = reader;
    }

    public IReadOnlyList<SourceFile> Files => AllFiles;

    public IReadOnlyList<SourceFile> AllFiles { get; }

    /// <param name="entries">What the commit lists, sorted by path (ordinal).</param>
    /// <param name="git">Where the objects are read.</param>
    public static GitTree Of(IEnumerable<TreeEntry> entries, GitCommand git)
    {
        var files = entries.Where(entry => entry.IsFile).ToList();
        return new GitTree(
            [.. files.Select(file => new SourceFile(file.Path, Math.Max(file.Size, 0)))],
            files.ToDictionary(file => file.Path, file => file.Id, StringComparer.Ordinal),
            new GitObjects(git));
    }

    public bool Exists(string path) => objects.ContainsKey(path);

    public Stream Open(string path) => objects.TryGetValue(path, out var id)
        ? new MemoryStream(reader.FindAll([id], "blob")[0], writable: false)
        : throw new EvaluationException($"{path}: no such file in this commit");

    /// <summary>Some files at once; <see langword="null"/> for each that this commit does not have.</summary>
    /// <exception cref="EvaluationException">An object is missing from this clone.</exception>
    public IReadOnlyList<byte[]?> ReadAll(IReadOnlyList<string> paths)
    {
        var ids = paths.Select(path => objects.GetValueOrDefault(path)).ToList();
        var found = new Queue<byte[]>(reader.FindAll([.. ids.OfType<string>()], "blob"));
        return [.. ids.Select(id => id is null ? null : found.Dequeue())];
    }

    public void Dispose() => reader.Dispose();
}
