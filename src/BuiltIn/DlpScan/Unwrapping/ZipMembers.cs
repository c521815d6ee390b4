using System.Buffers.Binary;
using System.IO.Compression;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>
/// Reads a zip's directory entry by entry, however many there are, and never holds more than one: the library's reader holds all, which a file made to
/// harm can make as large as it likes.
/// </summary>
internal sealed class ZipMembers(Stream source)
{
    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int HeaderSize = 30;
    private const int MaxComment = 0xFFFF;
    private readonly long length = source.Length;
    private long shift;

    /// <exception cref="InvalidDataException">The directory is damaged; what was returned before is not.</exception>
    public IEnumerable<ZipMember> Read()
    {
        var (next, count) = FindDirectory();
        var entry = new byte[EntrySize];
        for (long i = 0; i < count; i++)
        {
            ReadAt(next, entry);
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry) != 0x02014B50)
            {
                throw new InvalidDataException("its directory ends early");
            }

            var sizes = (Name: UInt16(entry, 28), Extra: UInt16(entry, 30), Comment: UInt16(entry, 32));
            var variable = new byte[sizes.Name + sizes.Extra];
            ReadAt(next + EntrySize, variable);
            next += EntrySize + variable.Length + sizes.Comment;
            yield return MemberOf(entry, variable.AsSpan(0, sizes.Name), variable.AsSpan(sizes.Name));
        }
    }

    /// <summary>The content of a member.</summary>
    /// <exception cref="UnopenedException">It is encrypted, or compressed in a way that is not read.</exception>
    /// <exception cref="InvalidDataException">Nothing stands where the directory says.</exception>
    public Stream Open(in ZipMember member)
    {
        if (member.IsEncrypted || !member.IsReadable)
        {
            var problem = member.IsEncrypted ? "it is encrypted" : FormattableString.Invariant($"compression method {member.Method} is not read");
            throw new UnopenedException(UnseenReasons.Archive, problem, isAll: false);
        }

        var header = new byte[HeaderSize];
        var start = member.Offset + shift;
        ReadAt(start, header);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x04034B50)
        {
            throw new InvalidDataException("a member does not stand where the directory says");
        }

        var content = new BoundedStream(source, start + HeaderSize + UInt16(header, 26) + UInt16(header, 28), member.Compressed);
        return member.Method == ZipMember.Deflated ? new DeflateStream(content, CompressionMode.Decompress) : content;
    }

    private static ZipMember MemberOf(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra)
    {
        long compressed = UInt32(entry, 20), size = UInt32(entry, 24), offset = UInt32(entry, 42);
        var wide = Wide(extra);
        if (size == uint.MaxValue && wide.Length >= 8)
        {
            size = BinaryPrimitives.ReadInt64LittleEndian(wide);
            wide = wide[8..];
        }

        if (compressed == uint.MaxValue && wide.Length >= 8)
        {
            compressed = BinaryPrimitives.ReadInt64LittleEndian(wide);
            wide = wide[8..];
        }

        if (offset == uint.MaxValue && wide.Length >= 8)
        {
            offset = BinaryPrimitives.ReadInt64LittleEndian(wide);
        }

        return compressed < 0 || size < 0 || offset < 0
            ? throw new InvalidDataException("a member has a negative size")
            : new ZipMember(MemberNames.Decode(name), offset, compressed, size, UInt16(entry, 10), (UInt16(entry, 8) & 1) != 0);
    }

    /// <summary>The field of a member whose sizes do not fit into 32 bits.</summary>
    private static ReadOnlySpan<byte> Wide(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var size = Math.Min(UInt16(extra, 2), extra.Length - 4);
            if (UInt16(extra, 0) == 1)
            {
                return extra.Slice(4, size);
            }

            extra = extra[(4 + size)..];
        }

        return [];
    }

    /// <returns>Where the directory begins, and how many entries it is said to have.</returns>
    private (long Start, long Count) FindDirectory()
    {
        var tail = new byte[(int)Math.Min(length, EndSize + MaxComment)];
        ReadAt(length - tail.Length, tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tail.Length - at < EndSize)
        {
            throw new InvalidDataException("its end is missing");
        }

        var end = tail.AsSpan(at);
        var position = length - tail.Length + at;
        long count = UInt16(end, 10), size = UInt32(end, 12), start = UInt32(end, 16);
        if ((count == ushort.MaxValue || size == uint.MaxValue || start == uint.MaxValue) && at >= 20 && UInt32(tail, at - 20) == 0x07064B50)
        {
            var wide = new byte[56];
            var place = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(at - 12));
            ReadAt(place, wide);
            (count, size, start) = (Int64(wide, 32), Int64(wide, 40), Int64(wide, 48));
            position = place;
        }

        // A program or a script may stand before the archive.
        shift = position - size - start;
        return start < 0 || size < 0 || shift < 0 ? throw new InvalidDataException("its directory is not where its end says") : (start + shift, count);
    }

    private void ReadAt(long place, byte[] target)
    {
        if (place < 0 || place > length - target.Length)
        {
            throw new InvalidDataException("it ends early");
        }

        source.Position = place;
        source.ReadExactly(target);
    }

    private static int UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long Int64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}

/// <summary>One entry of a zip's directory.</summary>
/// <param name="Name">As it is written there: not to be trusted.</param>
/// <param name="Offset">Where its header stands.</param>
/// <param name="Compressed">How many bytes it takes.</param>
/// <param name="Size">How many it is said to hold.</param>
/// <param name="Method">How it is compressed.</param>
/// <param name="IsEncrypted">Whether only who has the password can read it.</param>
internal readonly record struct ZipMember(string Name, long Offset, long Compressed, long Size, int Method, bool IsEncrypted)
{
    public const int Stored = 0;
    public const int Deflated = 8;

    public bool IsReadable => Method is Stored or Deflated;

    public bool IsFolder => Name.EndsWith('/');
}
