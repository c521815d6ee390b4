using System.Buffers;
using System.IO.Compression;
using Gates.Formats.Documents;

namespace Gates.Formats.Profiles;

/// <summary>Reads profiles by what they are, whatever their name: pprof, speedscope's JSON, folded stacks.</summary>
internal static class ProfileReader
{
    public const string Pprof = "pprof";
    public const string Speedscope = "speedscope";
    public const string Folded = "folded";

    /// <value>By as much a text is told from a protobuf, whose first tag may be a line feed.</value>
    private const int Beginning = 512;

    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(value => (byte)value).Where(value => value is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))]);

    private static readonly DocumentLimits Packed = new() { Bytes = 32_000_000 };
    private static readonly DocumentLimits Unpacked = new() { Bytes = 128_000_000, Nodes = 6_000_000 };

    /// <exception cref="DocumentException">It is none of them, or is not whole.</exception>
    public static IReadOnlyList<Profile> Read(Stream content, string path)
    {
        var bytes = DocumentText.ReadBytes(content, path, Packed);
        if (bytes is [0x1F, 0x8B, ..])
        {
            bytes = Unzip(bytes, path);
        }

        return bytes.Length == 0 ? throw new DocumentException(path, 1, 1, "the file is empty; valid: pprof, speedscope's JSON, folded stacks")
            : bytes.AsSpan(0, Math.Min(bytes.Length, Beginning)).ContainsAny(Controls) ? [new PprofReader(path).Read(bytes)]
            : OfText(DocumentText.Read(new MemoryStream(bytes, writable: false), path, Unpacked), path);
    }

    private static IReadOnlyList<Profile> OfText(string text, string path) => text.AsSpan().TrimStart() is ['{', ..]
        ? new SpeedscopeReader(path).Read(JsonReader.Read(text, path, Unpacked))
        : [FoldedReader.Read(text, path)];

    private static byte[] Unzip(byte[] bytes, string path)
    {
        try
        {
            using var packed = new GZipStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
            return DocumentText.ReadBytes(packed, path, Unpacked);
        }
        catch (InvalidDataException)
        {
            throw new DocumentException(path, 1, 1, "the file is packed with gzip and damaged");
        }
    }
}
