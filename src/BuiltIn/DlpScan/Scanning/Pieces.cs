namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Reads a stream in overlapping pieces into one buffer: enough of what comes before and after each place is at hand.</summary>
internal sealed class Pieces(byte[] buffer, int size, Stream source)
{
    private const int Before = 4 << 10;
    private const int After = 16 << 10;

    /// <value>How many bytes are at hand.</value>
    public int Length { get; private set; }

    /// <value>Where this piece's own bytes begin; those before are context.</value>
    public int From { get; private set; }

    /// <value>Where they end.</value>
    public int To => IsLast ? Length : Length - After;

    /// <value>Which byte of the stream is the first at hand.</value>
    public long Offset { get; private set; }

    public bool IsLast => Length < size;

    public ReadOnlySpan<byte> Text => buffer.AsSpan(0, Length);

    /// <summary>Begins, when the first bytes are in the buffer already.</summary>
    /// <param name="filled">How many there are.</param>
    /// <param name="skip">How many of them are no text.</param>
    public void Begin(int filled, int skip) => (Length, From, Offset) = (filled, skip, 0);

    /// <summary>How many bytes the next piece leaves behind.</summary>
    public int Keep => To - Before;

    public void Next()
    {
        var keep = Keep;
        buffer.AsSpan(keep, Length - keep).CopyTo(buffer);
        Offset += keep;
        Length -= keep;
        Length += source.ReadAtLeast(buffer.AsSpan(Length, size - Length), size - Length, throwOnEndOfStream: false);
        From = Before;
    }
}
