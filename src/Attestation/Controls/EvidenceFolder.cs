using System.Security.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Foundation.Trees;

namespace Gates.Attestation.Controls;

/// <summary>The folder that holds the evidence. Its files are hostile: links are not followed, archives not opened, sizes bounded.</summary>
internal sealed class EvidenceFolder
{
    public const string DefaultPath = "evidence";

    /// <value>One file; what is larger is no evidence that somebody looks at. 1 GiB.</value>
    public const long MaxFileSize = 1L << 30;

    /// <value>The files of one glob.</value>
    public const int MaxFiles = 1_000;

    private const int NearEnough = 3;

    public static DocumentLimits Limits { get; } = new() { Bytes = 32_000_000, Nodes = 1_500_000 };

    private readonly ISourceTree tree;
    private readonly string prefix;
    private readonly Dictionary<string, EvidenceItem> read = new(StringComparer.Ordinal);

    /// <param name="tree">Holds it.</param>
    /// <param name="root">Its path in the tree; empty for the whole tree.</param>
    public EvidenceFolder(ISourceTree tree, string root)
    {
        this.tree = tree;
        prefix = root is "" or "." ? "" : root.TrimEnd('/') + "/";
        Files = [.. tree.AllFiles
            .Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal))
            .Select(file => file with { Path = file.Path[prefix.Length..] })];
    }

    /// <value>Paths below the folder, sorted (ordinal).</value>
    public IReadOnlyList<SourceFile> Files { get; }

    /// <summary>The files that a glob matches, with their digests.</summary>
    /// <exception cref="EvaluationException">Too many, too large, or unreadable.</exception>
    public IReadOnlyList<EvidenceItem> Match(string glob)
    {
        var filter = new PathFilter([glob], []);
        var matched = Files.Where(file => filter.Includes(file.Path)).ToList();
        return matched.Count <= MaxFiles
            ? [.. matched.Select(Item)]
            : throw new EvaluationException(FormattableString.Invariant($"{glob} matches {matched.Count} files of evidence; at most {MaxFiles} are possible"));
    }

    /// <summary>The file that somebody may have meant by a glob.</summary>
    public string? Nearest(string glob)
    {
        var literal = glob.Replace("*", "", StringComparison.Ordinal);
        var name = glob[(glob.LastIndexOf('/') + 1)..];
        var byName = name.Split('.')[0].Replace("*", "", StringComparison.Ordinal).Length >= NearEnough && Glob.Refuse(name) is null
            ? new PathFilter([name], [])
            : null;
        var best = Files.Take(10 * MaxFiles)
            .Select(file => (file.Path, Score: Likeness(glob, file.Path)
                + (byName?.Includes(file.Path[(file.Path.LastIndexOf('/') + 1)..]) == true ? glob.Length : 0)))
            .OrderByDescending(one => one.Score).FirstOrDefault();
        return best.Score >= Math.Max(NearEnough, literal.Length / 2) ? best.Path : null;
    }

    /// <summary>A file's text.</summary>
    /// <exception cref="DocumentException">It is too large to be looked into, or not UTF-8.</exception>
    public string Text(EvidenceItem item)
    {
        using var stream = tree.Open(prefix + item.Path);
        return DocumentText.Read(stream, item.Path, Limits);
    }

    /// <summary>A file's bytes, for formats that are signed as they are.</summary>
    /// <exception cref="EvaluationException">It is larger than evidence may be.</exception>
    public byte[] Bytes(EvidenceItem item)
    {
        if (item.Bytes > EvidenceJson.MaxBytes)
        {
            throw new EvaluationException(
                FormattableString.Invariant($"{item.Path}: {item.Bytes} bytes, more than the {EvidenceJson.MaxBytes} that a signed document may have"));
        }

        using var stream = tree.Open(prefix + item.Path);
        var bytes = new byte[item.Bytes];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The file at a path, or <see langword="null"/>.</summary>
    public EvidenceItem? Find(string path) => Files.FirstOrDefault(file => file.Path == path) is { } file ? Item(file) : null;

    /// <exception cref="DocumentException">It is too large to be looked into, or no JSON.</exception>
    public DocumentNode Json(EvidenceItem item) => JsonReader.Read(Text(item), item.Path, Limits);

    /// <summary>One of <see cref="Files"/>, with its digest.</summary>
    public EvidenceItem Item(SourceFile file)
    {
        if (!read.TryGetValue(file.Path, out var item))
        {
            using var stream = tree.Open(prefix + file.Path);
            item = read[file.Path] = Read(stream, file.Path);
        }

        return item;
    }

    /// <summary>A file by its digests.</summary>
    /// <exception cref="EvaluationException">It is larger than evidence may be.</exception>
    public static EvidenceItem Read(Stream stream, string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var longer = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        var chunk = new byte[81_920];
        var bytes = 0L;
        int count;
        while ((count = stream.Read(chunk)) > 0)
        {
            hash.AppendData(chunk, 0, count);
            longer.AppendData(chunk, 0, count);
            bytes += count;
            if (bytes > MaxFileSize)
            {
                throw new EvaluationException(
                    FormattableString.Invariant($"{path}: is larger than {MaxFileSize >> 30} GiB; keep what large files show in a report of its own"));
            }
        }

        return new EvidenceItem(path, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()))
        {
            Sha512 = Convert.ToHexStringLower(longer.GetHashAndReset()),
        };
    }

    /// <summary>How many characters stand equal at both ends, a star aside.</summary>
    private static int Likeness(string glob, string path)
    {
        var start = glob.Zip(path).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = glob.Reverse().Zip(path.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return Math.Min(start + end, path.Length);
    }
}
