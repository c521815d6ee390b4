using System.Buffers;

namespace Gates.BuiltIn.DlpScan.Scanning.Tables;

/// <summary>Reads lines out of a stream into one buffer. What a line has beyond it is left out.</summary>
internal sealed class TableLines(Stream source) : IDisposable
{
    /// <value>The longest line that is read whole.</value>
    public const int MaxLine = 1 << 20;

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(MaxLine);
    private int start;
    private int end;
    private bool atEnd;
    private bool skipping;

    /// <value>The number of the line that was read last, from 1.</value>
    public int Number { get; private set; }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer, clearArray: true);

    /// <summary>The next line without its end, or <see langword="false"/>.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0 && skipping)
            {
                (start, skipping) = (start + length + 1, false);
                continue;
            }

            if (length >= 0 || (atEnd && start < end && !skipping))
            {
                line = Take(length < 0 ? end - start : length);
                return true;
            }

            if (atEnd)
            {
                line = default;
                return false;
            }

            if (start == 0 && end == buffer.Length)
            {
                // A line longer than the buffer: its beginning counts.
                line = skipping ? default : Take(end);
                start = end = 0;
                var first = !skipping;
                skipping = true;
                if (first)
                {
                    return true;
                }

                continue;
            }

            Fill();
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        var line = buffer.AsSpan(start, length);
        start = Math.Min(end, start + length + 1);
        Number++;
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        var read = source.Read(buffer, end, buffer.Length - end);
        atEnd = read == 0;
        end += read;
    }
}
