using Gates.Formats.Foundation.Streams;

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
