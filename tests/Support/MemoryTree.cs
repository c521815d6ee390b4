using System.Text;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Support;

/// <summary>Files that exist only in a test.</summary>
internal sealed class MemoryTree : ISourceTree
{
    private readonly Dictionary<string, byte[]> files;

    public MemoryTree(params (string Path, string Text)[] files)
        : this(files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Text), StringComparer.Ordinal))
    {
    }

    public MemoryTree(IReadOnlyDictionary<string, byte[]> files) => this.files = new Dictionary<string, byte[]>(files, StringComparer.Ordinal);

    public IReadOnlyList<SourceFile> Files => AllFiles;

    public IReadOnlyList<SourceFile> AllFiles =>
        [.. files.Select(file => new SourceFile(file.Key, file.Value.Length)).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public bool Exists(string path) => files.ContainsKey(path);

    public Stream Open(string path) => files.TryGetValue(path, out var bytes)
        ? new MemoryStream(bytes, writable: false)
        : throw new EvaluationException($"{path}: no such file");
}
