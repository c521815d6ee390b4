namespace Gates.Formats.Foundation.Trees;

/// <summary>A tree of which only one folder is to be inspected; paths stay relative to the repository.</summary>
internal sealed class FolderTree : ISourceTree
{
    private readonly ISourceTree inner;
    private readonly string folder;
    private readonly bool isAll;

    /// <param name="inner">The whole tree.</param>
    /// <param name="folder">Ends in a slash.</param>
    /// <param name="isAll">Whether nothing beside the folder is there at all; else it can be asked for, such as a lock file that many folders share.</param>
    public FolderTree(ISourceTree inner, string folder, bool isAll)
    {
        this.inner = inner;
        this.folder = folder;
        this.isAll = isAll;
        Files = Below(inner.Files, folder);
        AllFiles = isAll ? Below(inner.AllFiles, folder) : inner.AllFiles;
        Unseen = [.. inner.Unseen.Where(unseen => unseen.Path.StartsWith(folder, StringComparison.Ordinal)
            || (unseen.IsFolder && folder.StartsWith(unseen.Path, StringComparison.Ordinal)))];
    }

    public string Folder => folder;

    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<SourceFile> AllFiles { get; }

    public IReadOnlyList<UnseenFile> Unseen { get; }

    public ISourceTree WithIgnored => inner.WithIgnored is var whole && ReferenceEquals(whole, inner) ? this : new FolderTree(whole, folder, isAll);

    public bool Exists(string path) => inner.Exists(path);

    public bool IsTracked(string path) => inner.IsTracked(path);

    public bool IsBehindLink(string path) => inner.IsBehindLink(path);

    public bool IsFolder(string path) => inner.IsFolder(path);

    public string WhyAbsent(string path) => inner.WhyAbsent(path);

    public Stream Open(string path) => inner.Open(path);

    /// <summary>Those of some sorted files that are in a folder, without a look at the others: a repository may have many folders.</summary>
    public static IReadOnlyList<SourceFile> Below(IReadOnlyList<SourceFile> sorted, string folder)
    {
        var (first, end) = (0, sorted.Count);
        while (first < end)
        {
            var middle = first + ((end - first) / 2);
            (first, end) = string.CompareOrdinal(sorted[middle].Path, folder) < 0 ? (middle + 1, end) : (first, middle);
        }

        var found = new List<SourceFile>();
        for (var i = first; i < sorted.Count && sorted[i].Path.StartsWith(folder, StringComparison.Ordinal); i++)
        {
            found.Add(sorted[i]);
        }

        return found;
    }
}
