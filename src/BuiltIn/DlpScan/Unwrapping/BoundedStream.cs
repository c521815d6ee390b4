namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>A part of a stream. Leaves the stream open.</summary>
/// <param name="source">The whole.</param>
/// <param name="start">Where the part begins; <see langword="null"/> means where the whole stands now, and that only this part is read meanwhile.</param>
/// <param name="length">How long it is.</param>
internal sealed class BoundedStream(Stream source, long? start, long length) : ForwardStream
{
    private long done;

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, length - done);
        if (wanted == 0)
        {
            return 0;
        }

        if (start is { } first)
        {
            source.Position = first + done;
        }

        var count = source.Read(buffer[..wanted]);
        if (count == 0)
        {
            throw new InvalidDataException("it ends early");
        }

        done += count;
        return count;
    }

    /// <summary>Reads what is left of the part.</summary>
    public void Drain()
    {
        Span<byte> rest = stackalloc byte[4 << 10];
        while (Read(rest) > 0)
        {
        }
    }
}

/// <summary>A stream that can only be read.</summary>
internal abstract class ForwardStream : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException();

    public sealed override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public abstract override int Read(Span<byte> buffer);

    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public sealed override void Flush() => throw new NotSupportedException();

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
