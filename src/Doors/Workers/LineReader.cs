namespace Gates.Doors.Workers;

/// <summary>Lines from a stream, never keeping more than a bound.</summary>
internal sealed class LineReader(Stream stream, long maxBytes)
{
    private const byte NewLine = (byte)'\n';

    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;

    /// <returns>The line's bytes, valid until the next call; <see langword="null"/> at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">The line is longer than the bound.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var scanned = _start;
        while (true)
        {
            var newLine = _buffer.AsSpan(scanned, _end - scanned).IndexOf(NewLine);
            if (newLine >= 0)
            {
                var line = _buffer.AsMemory(_start, scanned + newLine - _start);
                _start = scanned + newLine + 1;
                return line;
            }

            scanned = MakeRoom();
            if (_end - _start > maxBytes)
            {
                throw new InvalidDataException(FormattableString.Invariant($"a line is longer than {maxBytes} bytes"));
            }

            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
            {
                return null;
            }

            _end += read;
        }
    }

    /// <returns>Where the part begins that was not searched yet.</returns>
    private int MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        return _end;
    }
}
