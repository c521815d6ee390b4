using System.Buffers.Binary;
using System.Text;
using Gates.Formats.Foundation.Streams;

namespace Gates.Formats.Archives;

/// <summary>
/// Reads a tar archive as a stream, with a limit on everything: ustar, GNU's long names and pax. What it states is never allocated before it has come.
/// </summary>
internal sealed class TarReader(Stream stream, TarLimits limits)
{
    private const int Block = 512;
    private const int ChecksumStart = 148;
    private const int ChecksumLength = 8;

    private readonly Stream source = stream;
    private readonly byte[] header = new byte[Block];
    private long unread;
    private long padding;
    private long stated;
    private int count;

    /// <value>What is left of the current entry's content.</value>
    public Stream Content { get; private set; } = Stream.Null;

    /// <returns>The next entry; <see langword="null"/> at the end.</returns>
    /// <exception cref="TarException">It is no archive, or more than is taken.</exception>
    public async ValueTask<TarEntry?> NextAsync(CancellationToken cancellationToken)
    {
        var pax = new PaxHeader();
        while (true)
        {
            await SkipAsync(unread + padding, cancellationToken);
            (unread, padding) = (0, 0);
            var read = await source.ReadAtLeastAsync(header, Block, throwOnEndOfStream: false, cancellationToken);
            if (read == 0 || (read == Block && header.AsSpan().IndexOfAnyExcept((byte)0) < 0))
            {
                return null;
            }

            Check(read);
            var size = Number(124, 12);
            switch ((char)header[156])
            {
                case 'x':
                    pax.Read(await TextAsync(size, cancellationToken));
                    break;
                case 'g':
                    await TextAsync(size, cancellationToken);
                    break;
                case 'L':
                    pax.Name = TarText.Of((await TextAsync(size, cancellationToken)).AsSpan().TrimEnd((byte)0));
                    break;
                case 'K':
                    pax.Link = TarText.Of((await TextAsync(size, cancellationToken)).AsSpan().TrimEnd((byte)0));
                    break;
                default:
                    return Entry(pax, pax.Size ?? size);
            }
        }
    }

    private TarEntry Entry(PaxHeader pax, long size)
    {
        var kind = (char)header[156] switch
        {
            '1' => TarKind.HardLink,
            '2' => TarKind.SymbolicLink,
            '3' or '4' => TarKind.Device,
            '5' => TarKind.Folder,
            '6' => TarKind.Pipe,
            'S' => throw new TarException("holds a sparse file, which is not read"),
            _ => TarKind.File,
        };
        var length = kind == TarKind.File ? size : 0;
        stated += length;
        if (length < 0 || stated > limits.MaxBytes)
        {
            throw new TarException(FormattableString.Invariant($"holds more than {limits.MaxBytes >> 20:N0} MiB"));
        }

        (unread, padding) = (length, (Block - (length % Block)) % Block);
        Content = new EntryContent(this);
        var isUstar = header.AsSpan(257, 6).SequenceEqual("ustar\0"u8);
        var prefix = isUstar ? TarText.Of(Field(345, 155)) : "";
        var name = pax.Name ?? (prefix.Length > 0 ? prefix + "/" : "") + TarText.Of(Field(0, 100));
        var link = kind == TarKind.Device
            ? FormattableString.Invariant($"{(char)header[156]} {Number(329, 8)}:{Number(337, 8)}")
            : kind is TarKind.HardLink or TarKind.SymbolicLink ? pax.Link ?? TarText.Of(Field(157, 100)) : "";
        return new TarEntry(
            Clean(name),
            kind,
            (int)(Number(100, 8) & 0xFFF),
            pax.User ?? Number(108, 8),
            pax.Group ?? Number(116, 8),
            length,
            pax.Time ?? FormattableString.Invariant($"{Number(136, 12)}"),
            link,
            pax.Extended);
    }

    private void Check(int read)
    {
        if (read < Block)
        {
            throw new TarException("ends in the middle of an entry");
        }

        if (++count > limits.MaxEntries)
        {
            throw new TarException(FormattableString.Invariant($"holds more than {limits.MaxEntries:N0} files"));
        }

        long sum = 0;
        for (var i = 0; i < Block; i++)
        {
            sum += i is >= ChecksumStart and < ChecksumStart + ChecksumLength ? ' ' : header[i];
        }

        if (sum != Number(ChecksumStart, ChecksumLength))
        {
            throw new TarException("is damaged: the sum of a header is wrong");
        }
    }

    private ReadOnlySpan<byte> Field(int start, int length)
    {
        var field = header.AsSpan(start, length);
        return field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field;
    }

    /// <summary>Octal digits, or GNU's binary form for what is too large for them.</summary>
    private long Number(int start, int length)
    {
        var field = header.AsSpan(start, length);
        if ((field[0] & 0x80) != 0)
        {
            return length < 8 || field[0] != 0x80 ? throw new TarException("is damaged: a number in it is negative or too large")
                : BinaryPrimitives.ReadInt64BigEndian(field[^8..]);
        }

        long value = 0;
        foreach (var digit in field.Trim(" \0"u8))
        {
            value = digit is >= (byte)'0' and <= (byte)'7' && value < 1L << 59
                ? (value << 3) | (uint)(digit - '0')
                : throw new TarException("is damaged: a number in it is none");
        }

        return value;
    }

    private async ValueTask<byte[]> TextAsync(long size, CancellationToken cancellationToken)
    {
        if (size < 0 || size > limits.MaxHeader)
        {
            throw new TarException(FormattableString.Invariant($"has a name or attributes of more than {limits.MaxHeader >> 10:N0} KiB"));
        }

        var text = new byte[size];
        if (await source.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancellationToken) < text.Length)
        {
            throw new TarException("ends in the middle of an entry");
        }

        await SkipAsync((Block - (size % Block)) % Block, cancellationToken);
        return text;
    }

    private async ValueTask SkipAsync(long length, CancellationToken cancellationToken)
    {
        var buffer = length > 0 ? new byte[Math.Min(length, 81_920)] : [];
        while (length > 0)
        {
            var read = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(length, buffer.Length)), cancellationToken);
            length -= read > 0 ? read : throw new TarException("ends in the middle of an entry");
        }
    }

    private static string Clean(string name)
    {
        while (name.StartsWith("./", StringComparison.Ordinal))
        {
            name = name[2..];
        }

        return name.Trim('/');
    }

    /// <summary>What is left of an entry.</summary>
    private sealed class EntryContent(TarReader reader) : AsyncForwardStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (reader.unread == 0 || reader.Content != this || buffer.Length == 0)
            {
                return 0;
            }

            var read = await reader.source.ReadAsync(buffer[..(int)Math.Min(buffer.Length, reader.unread)], cancellationToken);
            reader.unread -= read > 0 ? read : throw new TarException("ends in the middle of an entry");
            return read;
        }
    }
}
