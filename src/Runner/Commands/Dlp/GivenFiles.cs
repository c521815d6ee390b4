using Gates.Doors.Files;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Streams;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Commands.Dlp;

/// <summary>The files that a command line names, under the names that its user gave them.</summary>
internal sealed class GivenFiles : ISourceTree
{
    // Nobody knows how long a stream will be; what limits the time for a file by its size must not end it.
    private const long SizeOfStream = 1L << 40;

    private readonly SortedDictionary<string, (long Size, Func<Stream> Open)> files = new(StringComparer.Ordinal);
    private readonly List<UnseenFile> unseen = [];
    private readonly List<CountedStream> streams = [];

    public IReadOnlyList<SourceFile> Files => AllFiles;

    public IReadOnlyList<SourceFile> AllFiles => [.. files.Select(file => new SourceFile(file.Key, file.Value.Size))];

    public IReadOnlyList<UnseenFile> Unseen => unseen;

    /// <value>What was read of files and streams.</value>
    public long Bytes => files.Values.Where(file => file.Size != SizeOfStream).Sum(file => file.Size) + streams.Sum(stream => stream.Count);

    /// <exception cref="UsageException">There is no such file.</exception>
    public void Add(string path, DirectoryInfo folder, string stdinName, Func<Stream> stdin)
    {
        if (path == "-")
        {
            files[Free(NameOf(stdinName, folder))] = (SizeOfStream, () =>
            {
#pragma warning disable CA2000 // Whoever opens it disposes of it.
                var stream = new CountedStream(stdin());
#pragma warning restore CA2000
                streams.Add(stream);
                return stream;
            }
            );
            return;
        }

        var full = Path.GetFullPath(path, folder.FullName);
        if (Directory.Exists(full))
        {
            AddFolder(NameOf(path, folder), full);
        }
        else if (new FileInfo(full) is { Exists: true } file)
        {
            files[Free(NameOf(path, folder))] = (file.Length, () => Open(full, path));
        }
        else
        {
            throw new UsageException($"{Say.Quote(path)}: there is no such file or folder");
        }
    }

    public bool Exists(string path) => files.ContainsKey(path);

    public Stream Open(string path) => files.TryGetValue(path, out var file) ? file.Open() : throw new EvaluationException($"{path}: no such file");

    private void AddFolder(string name, string full)
    {
        var tree = WorkingTree.Walk(full);
        var prefix = name.Length == 0 ? "" : name + "/";
        foreach (var file in tree.Files)
        {
            files[Free(prefix + file.Path)] = (file.Size, () => tree.Open(file.Path));
        }

        unseen.AddRange(tree.Unseen.Select(one => one with { Path = prefix + one.Path }));
    }

    /// <summary>A name as reports have it: from where the user stands, or from the root for what is elsewhere.</summary>
    private static string NameOf(string path, DirectoryInfo folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, folder.FullName));
        var relative = Path.GetRelativePath(folder.FullName, full);
        var isElsewhere = relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative);
        var name = relative == "." ? "" : isElsewhere ? full[Path.GetPathRoot(full)!.Length..] : relative;
        return name.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Two files of one name are both looked at.</summary>
    private string Free(string name) => files.ContainsKey(name) ? Free("other/" + name) : name;

    private static FileStream Open(string full, string path)
    {
        try
        {
            return new FileStream(full, new FileStreamOptions
            {
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.SequentialScan
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    /// <summary>A stream that is read once and counts what was read.</summary>
    private sealed class CountedStream(Stream inner) : ForwardStream
    {
        public long Count { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Count += read;
            return read;
        }
    }
}
