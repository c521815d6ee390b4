using System.Buffers.Binary;
using System.IO.Compression;

namespace Gates.Formats.LoadResults.Formats.Histograms;

/// <summary>
/// A histogram as HdrHistogram encodes it: version 2, compressed, in base64 (its V2 encoding; the counts are ZigZag LEB128 numbers, and a negative one says
/// how many
/// buckets are empty). A value is known to within its bucket, whose middle stands for it.
/// </summary>
internal static class HdrHistogram
{
    private const int Compressed = 0x1c849304;
    private const int Plain = 0x1c849303;
    private const int WordSize = 0xf0;
    private const int Header = 40;

    /// <value>A histogram of five digits over all of 64 bits has fewer bytes.</value>
    private const int MaxBytes = 32 << 20;

    /// <summary>The values and how often each was recorded, in ascending order.</summary>
    /// <exception cref="FormatException">It is no such histogram; the message says what it is, as the end of a sentence.</exception>
    public static List<(long Value, long Count)> Decode(string base64)
    {
        var content = Inflate(Convert.FromBase64String(base64));
        if (content.Length < Header)
        {
            throw new FormatException("is cut off");
        }

        var header = content.AsSpan(0, Header);
        if ((BinaryPrimitives.ReadInt32BigEndian(header) & ~WordSize) != Plain)
        {
            throw new FormatException("is no histogram of version 2; write the log with HdrHistogram 2.1.10 or later");
        }

        var digits = BinaryPrimitives.ReadInt32BigEndian(header[12..]);
        var lowest = BinaryPrimitives.ReadInt64BigEndian(header[16..]);
        if (BinaryPrimitives.ReadInt32BigEndian(header[8..]) != 0 || digits is < 0 or > 5 || lowest < 1)
        {
            throw new FormatException("has a shifted index or precision that is not read");
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        return length >= 0 && length <= content.Length - Header
            ? Counts(content.AsSpan(Header, length), new Buckets(digits, lowest))
            : throw new FormatException("is cut off");
    }

    private static byte[] Inflate(byte[] encoded)
    {
        if (encoded.Length < 8 || (BinaryPrimitives.ReadInt32BigEndian(encoded) & ~WordSize) != Compressed)
        {
            throw new FormatException("is no compressed histogram of version 2; write the log with HdrHistogram 2.1.10 or later");
        }

        using var zlib = new ZLibStream(new MemoryStream(encoded, 8, encoded.Length - 8), CompressionMode.Decompress);
        var content = new MemoryStream();
        var chunk = new byte[16 << 10];
        for (var read = zlib.Read(chunk); read > 0; read = zlib.Read(chunk))
        {
            content.Write(chunk, 0, read);
            if (content.Length > MaxBytes)
            {
                throw new FormatException("is larger than any histogram");
            }
        }

        return content.ToArray();
    }

    private static List<(long Value, long Count)> Counts(ReadOnlySpan<byte> content, Buckets buckets)
    {
        var counts = new List<(long, long)>();
        var index = 0L;
        while (content.Length > 0)
        {
            var count = ReadNumber(ref content);
            if (count < 0)
            {
                index -= count;
            }
            else if (index < 0 || index > buckets.Last)
            {
                throw new FormatException("has more buckets than its numbers can have");
            }
            else
            {
                if (count > 0)
                {
                    counts.Add((buckets.Middle(index), count));
                }

                index++;
            }
        }

        return counts;
    }

    /// <summary>Seven bits a byte, the lowest first; the ninth byte has eight.</summary>
    private static long ReadNumber(ref ReadOnlySpan<byte> content)
    {
        ulong number = 0;
        for (var i = 0; i < 9; i++)
        {
            if (content.IsEmpty)
            {
                throw new FormatException("is cut off");
            }

            var one = content[0];
            content = content[1..];
            number |= (ulong)(i == 8 ? one : one & 0x7f) << (7 * i);
            if ((one & 0x80) == 0)
            {
                break;
            }
        }

        return (long)(number >> 1) ^ -(long)(number & 1);
    }

    /// <summary>Which values a bucket stands for: halves of a range that doubles, each with as many buckets as the digits need.</summary>
    private sealed class Buckets(int digits, long lowest)
    {
        private readonly int unit = (int)Math.Log2(lowest);
        private readonly int half = Math.Max((int)Math.Ceiling(Math.Log2(2 * Math.Pow(10, digits))), 1) - 1;

        public long Last => ((64L - unit - half) << half) - 1;

        public long Middle(long index)
        {
            var (bucket, within) = ((int)(index >> half) - 1, (index & ((1L << half) - 1)) + (1L << half));
            if (bucket < 0)
            {
                (bucket, within) = (0, within - (1L << half));
            }

            return (within << (bucket + unit)) + (1L << (bucket + unit) >> 1);
        }
    }
}
