using System.Text;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Commands.Migrate;

/// <summary>A tree in which one file is as it will be.</summary>
internal sealed class TreeWithFile(ISourceTree inner, string path, string text) : ISourceTree
{
    public IReadOnlyList<SourceFile> Files => inner.Files;

    public IReadOnlyList<SourceFile> AllFiles => inner.AllFiles;

    public IReadOnlyList<UnseenFile> Unseen => inner.Unseen;

    public bool Exists(string file) => file == path || inner.Exists(file);

    public bool IsTracked(string file) => inner.IsTracked(file);

    public bool IsBehindLink(string file) => inner.IsBehindLink(file);

    public Stream Open(string file) => file == path ? new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false) : inner.Open(file);
}
