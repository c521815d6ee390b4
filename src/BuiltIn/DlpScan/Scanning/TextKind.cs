using System.Text;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation.Text;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Tells text from binary data by a file's beginning. A byte or two is no proof: that would be a way not to be looked at.</summary>
internal static class TextKind
{
    private const int MinZeros = 2;
    private const int TextPerZero = 1_000;
    private const int Sniffed = 8 << 10;

    /// <summary>Whether the bytes are binary data: more than one zero, and more than one in a thousand bytes.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> start)
    {
        var zeros = start.Count((byte)0);
        return zeros >= MinZeros && zeros > start.Length / TextPerZero;
    }

    /// <summary>Whether a file's name, or the first line of a script without an ending, promises text.</summary>
    public static bool IsPromised(string path, ReadOnlySpan<byte> start) =>
        TextNames.IsText(path)
        || DockerfileFinder.IsDockerfile(path)
        || (!path[(path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal) && start.StartsWith("#!"u8));

    /// <summary>
    /// What a text is written in, by its mark or its zeros; <see langword="null"/> for bytes as they are. The stream goes back to its beginning.
    /// </summary>
    public static Encoding? EncodingOf(Stream source)
    {
        Span<byte> start = stackalloc byte[Sniffed];
        source.Position = 0;
        start = start[..source.ReadAtLeast(start, Sniffed, throwOnEndOfStream: false)];
        source.Position = 0;
        return ByteOrderMark.Encoding(start) ?? UnmarkedEncoding(start);
    }

    /// <summary>UTF-16 without its mark: nearly every second byte is zero, and the others are what text is made of.</summary>
    public static Encoding? UnmarkedEncoding(ReadOnlySpan<byte> start)
    {
        // Nearly every file has no zeros, and is passed by at once.
        if (start.Count((byte)0) < start.Length / 4)
        {
            return null;
        }

        var (even, odd, plain) = (0, 0, 0);
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
            plain += IsPlain(start[i] | start[i + 1]) ? 1 : 0;
        }

        var pairs = start.Length / 2;
        var isWide = pairs >= 8 && plain >= pairs * 9 / 10;
        return isWide && odd >= pairs * 9 / 10 && even <= pairs / 50 ? Encoding.Unicode
            : isWide && even >= pairs * 9 / 10 && odd <= pairs / 50 ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>Whether the bytes after a mark of UTF-16 or UTF-32 are plain ASCII: the mark only hides them.</summary>
    public static bool IsPlainAfterMark(ReadOnlySpan<byte> start)
    {
        var plain = 0;
        foreach (var b in start)
        {
            plain += IsPlain(b) ? 1 : 0;
        }

        return start.Count((byte)0) < start.Length / 10 && plain > start.Length / 2;
    }

    private static bool IsPlain(int value) => value is (>= ' ' and <= '~') or '\t' or '\r' or '\n';
}
