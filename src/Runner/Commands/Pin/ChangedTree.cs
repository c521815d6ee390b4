using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Commands.Pin;

/// <summary>A tree in which some files are as they will be.</summary>
internal sealed class ChangedTree(ISourceTree inner, IReadOnlyDictionary<string, byte[]> changed) : ISourceTree
{
    public IReadOnlyList<SourceFile> Files => inner.Files;

    public IReadOnlyList<SourceFile> AllFiles => inner.AllFiles;

    public IReadOnlyList<UnseenFile> Unseen => inner.Unseen;

    public bool Exists(string file) => inner.Exists(file);

    public bool IsTracked(string file) => inner.IsTracked(file);

    public bool IsBehindLink(string file) => inner.IsBehindLink(file);

    public Stream Open(string file) => changed.TryGetValue(file, out var bytes) ? new MemoryStream(bytes, writable: false) : inner.Open(file);
}
