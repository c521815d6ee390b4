namespace Gates.Doors.Workers;

/// <summary>Lines from a stream, never keeping more than a bound.</summary>
internal sealed class LineReader(Stream stream, long maxBytes)
{
    private const byte NewLine = (byte)'\n';

    private byte[] buffer = new byte[64 << 10];
    private int start;
    private int end;

    /// <returns>The line's bytes, valid until the next call; <see langword="null"/> at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">The line is longer than the bound.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var scanned = start;
        while (true)
        {
            var newLine = buffer.AsSpan(scanned, end - scanned).IndexOf(NewLine);
            if (newLine >= 0)
            {
                var line = buffer.AsMemory(start, scanned + newLine - start);
                start = scanned + newLine + 1;
                return line;
            }

            scanned = MakeRoom();
            if (end - start > maxBytes)
            {
                throw new InvalidDataException(FormattableString.Invariant($"a line is longer than {maxBytes} bytes"));
            }

            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            if (read == 0)
            {
                return null;
            }

            end += read;
        }
    }

    /// <returns>Where the part begins that was not searched yet.</returns>
    private int MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        return end;
    }
}
