namespace Gates.Formats.Foundation.Trees;

/// <summary>The files of then under their names of now, for who is told of folders as they are named now.</summary>
internal sealed class RenamedTree : ISourceTree
{
    private readonly ISourceTree inner;
    private readonly IReadOnlyDictionary<string, string> newPath;
    private readonly Dictionary<string, string> oldPath;

    /// <param name="inner">The files of then.</param>
    /// <param name="newPath">The names of now by those of then, where they differ.</param>
    public RenamedTree(ISourceTree inner, IReadOnlyDictionary<string, string> newPath)
    {
        this.inner = inner;
        this.newPath = newPath;
        oldPath = newPath.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        Files = Renamed(inner.Files);
        AllFiles = Renamed(inner.AllFiles);
        Unseen = [.. inner.Unseen.Where(unseen => !oldPath.ContainsKey(unseen.Path))];
    }

    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<SourceFile> AllFiles { get; }

    public IReadOnlyList<UnseenFile> Unseen { get; }

    public bool Exists(string path) => Then(path) is { } then && inner.Exists(then);

    public bool IsBehindLink(string path) => Then(path) is { } then && inner.IsBehindLink(then);

    public Stream Open(string path) => Then(path) is { } then ? inner.Open(then) : throw new EvaluationException($"{path} has another name by now");

    /// <summary>A name that was given up is free, unless another file has taken it.</summary>
    private string? Then(string path) => oldPath.GetValueOrDefault(path) ?? (newPath.ContainsKey(path) ? null : path);

    private IReadOnlyList<SourceFile> Renamed(IReadOnlyList<SourceFile> files) =>
        [.. files.Where(file => newPath.ContainsKey(file.Path) || !oldPath.ContainsKey(file.Path))
            .Select(file => newPath.TryGetValue(file.Path, out var now) ? file with { Path = now } : file)
            .OrderBy(file => file.Path, StringComparer.Ordinal)];
}
