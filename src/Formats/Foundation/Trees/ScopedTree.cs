namespace Gates.Formats.Foundation.Trees;

/// <summary>A tree of which only some files are to be inspected.</summary>
internal sealed class ScopedTree(ISourceTree inner, Predicate<string> includes) : ISourceTree
{
    public IReadOnlyList<SourceFile> Files { get; } = [.. inner.Files.Where(file => includes(file.Path))];

    public IReadOnlyList<SourceFile> AllFiles => inner.AllFiles;

    public IReadOnlyList<UnseenFile> Unseen { get; } = [.. inner.Unseen.Where(unseen => unseen.IsIn(includes))];

    public bool Exists(string path) => inner.Exists(path);

    public bool IsBehindLink(string path) => inner.IsBehindLink(path);

    public Stream Open(string path) => inner.Open(path);
}
