using System.Collections.Frozen;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Cases;

/// <summary>A small repository held in memory.</summary>
internal sealed class CaseTree : ISourceTree
{
    private readonly FrozenDictionary<string, byte[]> contents;

    public CaseTree(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        contents = files.ToFrozenDictionary(StringComparer.Ordinal);
        Files = [.. contents.Select(file => new SourceFile(file.Key, file.Value.Length)).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<SourceFile> AllFiles => Files;

    public bool Exists(string path) => contents.ContainsKey(path);

    public Stream Open(string path) =>
        contents.TryGetValue(path, out var content)
            ? new MemoryStream(content, writable: false)
            : throw new EvaluationException($"{path}: there is no such file");
}
