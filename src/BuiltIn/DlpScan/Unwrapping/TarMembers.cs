using System.Buffers.Binary;
using System.Buffers.Text;

namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>
/// Reads a tar from a stream that only goes forward. The library's reader takes a name of any length into memory, which a file made to harm can make as
/// large as it likes.
/// </summary>
internal sealed class TarMembers(Stream source) : IDisposable
{
    private const int Block = 512;
    private const int MaxName = 64 << 10;
    private readonly byte[] header = new byte[Block];
    private BoundedStream? open;
    private long padding;

    public void Dispose() => open?.Dispose();

    /// <returns>The next regular file and its content, to be read before the next is asked for; <see langword="null"/> at the end.</returns>
    /// <exception cref="InvalidDataException">It is damaged from here on.</exception>
    public (string Name, Stream Content)? Next()
    {
        string? longName = null;
        long? longSize = null;
        while (ReadHeader())
        {
            var size = Number(header.AsSpan(124, 12));
            switch (header[156])
            {
                case (byte)'L':
                    longName = MemberNames.Decode(ReadText(size)).TrimEnd('\0');
                    continue;
                case (byte)'x':
                    (longName, longSize) = Extended(ReadText(size), longName);
                    continue;
                case (byte)'g' or (byte)'K':
                    Begin(size);
                    continue;
                case 0 or (byte)'0' or (byte)'7' or (byte)'S':
                    Begin(longSize ?? size);
                    return (longName ?? Name(), open!);
                default:
                    Begin(header[156] is >= (byte)'1' and <= (byte)'6' ? 0 : size);
                    (longName, longSize) = (null, null);
                    continue;
            }
        }

        return null;
    }

    private bool ReadHeader()
    {
        open?.Drain();
        Skip(padding);
        padding = 0;
        var read = source.ReadAtLeast(header, Block, throwOnEndOfStream: false);
        if (read == 0 || (read == Block && !header.AsSpan().ContainsAnyExcept((byte)0)))
        {
            return false;
        }

        if (read < Block)
        {
            throw new InvalidDataException("it ends early");
        }

        var sum = 0;
        for (var i = 0; i < Block; i++)
        {
            sum += i is >= 148 and < 156 ? ' ' : header[i];
        }

        return sum == Number(header.AsSpan(148, 8)) ? true : throw new InvalidDataException("a header's checksum does not hold");
    }

    private void Begin(long size)
    {
        open = new BoundedStream(source, null, size);
        padding = (Block - (size % Block)) % Block;
    }

    private byte[] ReadText(long size)
    {
        Begin(size);
        var text = new byte[(int)Math.Min(size, MaxName)];
        return text[..open!.ReadAtLeast(text, text.Length, throwOnEndOfStream: false)];
    }

    private string Name()
    {
        var name = MemberNames.Decode(Text(header.AsSpan(0, 100)));
        var prefix = header.AsSpan(257, 6).SequenceEqual("ustar\0"u8) ? MemberNames.Decode(Text(header.AsSpan(345, 155))) : string.Empty;
        return prefix.Length > 0 ? prefix + "/" + name : name;
    }

    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        return end < 0 ? field : field[..end];
    }

    /// <summary>Records such as <c>19 path=a/long/name</c> and a line feed, which begin with their length.</summary>
    private static (string? Name, long? Size) Extended(ReadOnlySpan<byte> records, string? name)
    {
        long? size = null;
        while (Utf8Parser.TryParse(records, out int length, out var digits) && length > digits + 1 && length <= records.Length)
        {
            var record = records[(digits + 1)..(length - 1)];
            if (record.StartsWith("path="u8))
            {
                name = MemberNames.Decode(record[5..]);
            }
            else if (record.StartsWith("size="u8) && Utf8Parser.TryParse(record[5..], out long value, out _) && value >= 0)
            {
                size = value;
            }

            records = records[length..];
        }

        return (name, size);
    }

    private static long Number(ReadOnlySpan<byte> field)
    {
        if ((field[0] & 0x80) != 0)
        {
            var wide = BinaryPrimitives.ReadInt64BigEndian(field[^8..]);
            return wide >= 0 ? wide : throw new InvalidDataException("a member has a negative size");
        }

        long value = 0;
        foreach (var digit in field)
        {
            if (digit is >= (byte)'0' and <= (byte)'7')
            {
                value = (value << 3) | (uint)(digit - '0');
            }
            else if (value > 0 || digit is not ((byte)' ' or 0))
            {
                break;
            }
        }

        return value;
    }

    private void Skip(long count)
    {
        if (count > 0)
        {
            using var rest = new BoundedStream(source, null, count);
            rest.Drain();
        }
    }
}
