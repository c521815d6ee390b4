using Gates.Runner.Git.Objects;

namespace Gates.Runner.Git;

/// <summary>A commit's files as objects. Symbolic links and submodules are left out.</summary>
internal sealed class GitTree : ISourceTree, IDisposable
{
    private readonly Dictionary<string, TreeEntry> files;
    private readonly Dictionary<string, TreeEntry> others;
    private readonly GitObjects reader;

    private GitTree(IReadOnlyList<TreeEntry> entries, GitObjects reader)
    {
        AllFiles = [.. entries.Where(entry => entry.IsFile).Select(entry => new SourceFile(entry.Path, Math.Max(entry.Size, 0)))];
        files = entries.Where(entry => entry.IsFile).ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        others = entries.Where(entry => !entry.IsFile).ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        this.reader = reader;
    }

    public IReadOnlyList<SourceFile> Files => AllFiles;

    public IReadOnlyList<SourceFile> AllFiles { get; }

    /// <param name="entries">What the commit lists, sorted by path (ordinal).</param>
    /// <param name="git">Where the objects are read.</param>
    public static GitTree Of(IReadOnlyList<TreeEntry> entries, GitCommand git) => new(entries, new GitObjects(git));

    public bool Exists(string path) => files.ContainsKey(path);

    public bool IsBehindLink(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (others.TryGetValue(path[..end], out var entry) && !entry.IsSubmodule)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsFolder(string path) =>
        (others.TryGetValue(path, out var entry) && entry.IsSubmodule) || AllFiles.Any(file => file.Path.StartsWith(path + "/", StringComparison.Ordinal));

    public Stream Open(string path) => files.TryGetValue(path, out var entry)
        ? new MemoryStream(reader.FindAll([entry.Id], "blob")[0], writable: false)
        : throw new EvaluationException($"{path}: no such file in this commit");

    /// <summary>Some files at once; <see langword="null"/> for each that this commit does not have.</summary>
    /// <exception cref="EvaluationException">An object is missing from this clone.</exception>
    public IReadOnlyList<byte[]?> ReadAll(IReadOnlyList<string> paths)
    {
        var ids = paths.Select(path => files.GetValueOrDefault(path)?.Id).ToList();
        var found = new Queue<byte[]>(reader.FindAll([.. ids.OfType<string>()], "blob"));
        return [.. ids.Select(id => id is null ? null : found.Dequeue())];
    }

    public void Dispose() => reader.Dispose();
}
