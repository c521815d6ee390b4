using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using Gates.Formats.Archives;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Unseen;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>What a build sees: the files of a folder that git tracks, without those that <c>.dockerignore</c> leaves out.</summary>
internal sealed class BuildContext
{
    private const long MaxBytes = 4L << 30;
    private const int MaxPlain = 99;
    private const string IgnoreName = ".dockerignore";

    private readonly ISourceTree tree;
    private readonly string folder;
    private readonly List<(string Name, SourceFile? File, string? Link)> entries = [];
    private readonly Dictionary<string, string> digests = new(StringComparer.Ordinal);

    private BuildContext(ISourceTree tree, string folder)
    {
        this.tree = tree;
        this.folder = folder;
    }

    /// <value>SHA-256 over all of it.</value>
    public string Digest { get; private set; } = "";

    /// <value>SHA-256 of each file's content: what a build only copies, it did not make.</value>
    public IReadOnlySet<string> Contents { get; private set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether a file came with the sources, as it is.</summary>
    public bool Has(string name, FileState file) =>
        digests.GetValueOrDefault(name) == (file.Entry.Kind == TarKind.SymbolicLink ? LinkTo(file.Entry.Link) : file.Digest);

    /// <param name="tree">The repository.</param>
    /// <param name="folder">With a slash at its end; empty for the root.</param>
    /// <param name="ignore">The path of the file that says what is left out; empty for the usual one, <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="EvaluationException">It is empty, too large, or cannot be read.</exception>
    public static async Task<BuildContext> ReadAsync(ISourceTree tree, string folder, string? ignore, CancellationToken cancellationToken)
    {
        var context = new BuildContext(tree, folder);
        var rules = ignore is null ? null : Ignored(tree, folder, ignore);
        var named = tree.AllFiles.Where(file => tree.IsTracked(file.Path)).Select(file => (file.Path, File: (SourceFile?)file, Link: (string?)null))
            .Concat(tree.Unseen.Where(unseen => unseen.Reason == UnseenReasons.Link && tree.IsTracked(unseen.Path))
                .Select(unseen => (unseen.Path, File: (SourceFile?)null, Link: unseen.Target)));
        foreach (var (path, file, link) in named.Where(one => one.Path.StartsWith(folder, StringComparison.Ordinal)
            && (one.File ?? (object?)one.Link) is not null))
        {
            var name = path[folder.Length..];
            if (rules?.Ignores(name) != true || name == IgnoreName)
            {
                context.entries.Add((name, file, link));
            }
        }

        context.entries.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        if (context.entries.Count == 0)
        {
            throw new EvaluationException($"`build.context`: {(folder.Length > 0 ? folder : "the repository")} has no file that git tracks");
        }

        await context.HashAsync(cancellationToken);
        return context;
    }

    /// <summary>Writes it as an archive.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="shape">How.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public async Task WriteAsync(Stream stream, ContextShape shape, CancellationToken cancellationToken)
    {
        await using var writer = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true);
        var all = new List<(string Name, SourceFile? File, string? Link, byte[]? Text)>();
        all.AddRange(entries.Where(entry => !shape.Replaced.ContainsKey(entry.Name)).Select(entry => (entry.Name, entry.File, entry.Link, (byte[]?)null)));
        all.AddRange(shape.Replaced.Select(one => (one.Key, (SourceFile?)null, (string?)null, (byte[]?)Encoding.UTF8.GetBytes(one.Value))));
        all.Sort((one, other) => shape.IsReversed ? string.CompareOrdinal(other.Name, one.Name) : string.CompareOrdinal(one.Name, other.Name));
        foreach (var name in shape.Folders)
        {
            await writer.WriteEntryAsync(Entry(TarEntryType.Directory, name, 0x1ED, shape), cancellationToken);
        }

        // Parents before what is in them, whatever the order: an engine makes those that are missing its own way.
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, file, link, text) in all)
        {
            await WriteFoldersAsync(writer, name, shape, made, cancellationToken);
            var isRun = file?.IsExecutable == true;
            var entry = Entry(link is null ? TarEntryType.RegularFile : TarEntryType.SymbolicLink, shape.Root + name, isRun ? 0x1ED : 0x1A4, shape, link ?? "");

            await using Stream? content = text is not null ? new MemoryStream(text)
                : file is not null ? new LengthStream(tree.Open(file.Path), file.Size, file.Path)
                : null;
            entry.DataStream = content;
            await writer.WriteEntryAsync(entry, cancellationToken);
        }
    }

    private static string LinkTo(string target) => "link " + target;

    private static async Task WriteFoldersAsync(
        TarWriter writer, string name, ContextShape shape, HashSet<string> made, CancellationToken cancellationToken)
    {
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = name.IndexOf('/', slash + 1))
        {
            if (made.Add(name[..slash]))
            {
                await writer.WriteEntryAsync(Entry(TarEntryType.Directory, shape.Root + name[..slash] + "/", 0x1ED, shape), cancellationToken);
            }
        }
    }

    /// <summary>In the old form where it holds the name: docker takes what begins with the new one for no archive.</summary>
    private static PosixTarEntry Entry(TarEntryType type, string name, int mode, ContextShape shape, string link = "")
    {
        var isPlain = name.Length <= MaxPlain && link.Length <= MaxPlain && Ascii.IsValid(name) && Ascii.IsValid(link);
        PosixTarEntry entry = isPlain ? new UstarTarEntry(type, name) : new PaxTarEntry(type, name);
        (entry.Mode, entry.ModificationTime, entry.Uid, entry.Gid) = ((UnixFileMode)mode, shape.Time, shape.User, shape.User);
        if (link.Length > 0)
        {
            entry.LinkName = link;
        }

        return entry;
    }

    private static IgnoreFile? Ignored(ISourceTree tree, string folder, string ignore)
    {
        var path = ignore.Length > 0 && tree.Exists(ignore) ? ignore : folder + IgnoreName;
        if (!tree.Exists(path))
        {
            return null;
        }

        try
        {
            using var stream = tree.Open(path);
            return IgnoreFile.Parse(DocumentText.Read(stream, path, new DocumentLimits()), path);
        }
        catch (DocumentException e)
        {
            throw new EvaluationException(e.Message, e);
        }
    }

    private async Task HashAsync(CancellationToken cancellationToken)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var contents = new HashSet<string>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var (name, file, link) in entries)
        {
            if ((total += file?.Size ?? 0) > MaxBytes)
            {
                throw new EvaluationException($"`build.context`: {(folder.Length > 0 ? folder : "the repository")} holds more than 4 GiB");
            }

            var digest = LinkTo(link ?? "");
            digests[name] = digest;
            if (file is not null)
            {
                await using var stream = tree.Open(file.Path);
                digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
                contents.Add(digest);
                digests[name] = digest;
            }

            all.AppendData(Encoding.UTF8.GetBytes($"{(link is not null ? "link" : file!.IsExecutable ? "run" : "file")}\0{name}\0{digest}\n"));
        }

        Digest = Convert.ToHexStringLower(all.GetHashAndReset());
        Contents = contents;
    }

    /// <summary>A file of a length that was stated: one that changes meanwhile would shift everything behind it.</summary>
    private sealed class LengthStream(Stream inner, long length, string path) : Stream
    {
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Checked(inner.Read(buffer, offset, count), count);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Checked(await inner.ReadAsync(buffer, cancellationToken), buffer.Length);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }

        private int Checked(int read, int wanted)
        {
            position += read;
            return position > length || (read == 0 && wanted > 0 && position < length)
                ? throw new EvaluationException($"{path} changed while it was read; run the gates again when nothing writes to it")
                : read;
        }
    }
}

/// <summary>How a context is written.</summary>
/// <param name="Time">The time of each file.</param>
/// <param name="IsReversed">Whether the last file comes first.</param>
internal sealed record ContextShape(DateTimeOffset Time, bool IsReversed)
{
    /// <value>Texts that stand for files, or come beside them, by path.</value>
    public IReadOnlyDictionary<string, string> Replaced { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <value>Folders that come first, whole paths with a slash at their end.</value>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <value>What paths begin with.</value>
    public string Root { get; init; } = "";

    public int User { get; init; }
}
