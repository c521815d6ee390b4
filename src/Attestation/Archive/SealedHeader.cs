using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gates.Doors.ObjectStore;

namespace Gates.Attestation.Archive;

/// <summary>
/// The readable beginning of a sealed file. All of it is authenticated with each chunk, so that neither a chunk nor a name can be moved to another file;
/// <c>docs/archive.md</c> describes the form for those who open it without this program.
/// </summary>
/// <param name="KeyId">Which key sealed it.</param>
/// <param name="Salt">Makes the file's own key of that.</param>
/// <param name="Size">Of the content, in bytes.</param>
/// <param name="Name">What the file is called in the archive.</param>
internal sealed partial record SealedHeader(string KeyId, byte[] Salt, long Size, string Name)
{
    public const int TagSize = 16;
    public const int SaltSize = 16;
    public const int NonceSize = 12;
    public const int ChunkSize = 1 << 20;
    public const int MaxBytes = 1024;

    private const string FirstLine = "gates-sealed-v1";

    /// <value>Ties the file keys to this form.</value>
    public static ReadOnlySpan<byte> Version => "gates-sealed-v1"u8;

    /// <value>An empty file has one chunk, an empty one.</value>
    public long Chunks => Math.Max(1, (Size + ChunkSize - 1) / ChunkSize);

    /// <value>Of the whole sealed file, in bytes.</value>
    public long SealedSize => ToBytes().Length + Size + (Chunks * TagSize);

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{FirstLine}\nkey {KeyId}\nsalt {Convert.ToHexStringLower(Salt)}\nsize {Size}\nchunk {ChunkSize}\nname {Name}\n\n"));

    /// <exception cref="EvidenceFormatException">It is no header of this form.</exception>
    public static SealedHeader Parse(ReadOnlySpan<byte> bytes, string source)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var values = text.Split('\n').Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]).ToList();
        return Form().IsMatch(text) && StoredObject.IsKey(values[5])
            ? new SealedHeader(values[1], Convert.FromHexString(values[2]), long.Parse(values[3], NumberStyles.None, CultureInfo.InvariantCulture), values[5])
            : throw new EvidenceFormatException($"{source}: does not begin as a file of the form {FirstLine}");
    }

    public static bool IsBeginning(ReadOnlySpan<byte> bytes) => bytes.StartsWith("gates-sealed-v1\n"u8);

    /// <summary>How much of the content is in a chunk.</summary>
    public int LengthOf(long chunk) => (int)Math.Min(ChunkSize, Size - (chunk * ChunkSize));

    /// <summary>Seven zero bytes, the chunk's number from 0, and whether it is the last: a file cut at a chunk's end does not open.</summary>
    public void WriteNonce(Span<byte> nonce, long chunk)
    {
        nonce.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(nonce[7..], checked((uint)chunk));
        nonce[^1] = chunk == Chunks - 1 ? (byte)1 : (byte)0;
    }

    [GeneratedRegex(
        @"^gates-sealed-v1\nkey [0-9a-f]{16}\nsalt [0-9a-f]{32}\nsize (0|[1-9][0-9]{0,14})\nchunk 1048576\nname [!-~]{1,512}\n\n\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
