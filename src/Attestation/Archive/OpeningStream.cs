using System.Security.Cryptography;

namespace Gates.Attestation.Archive;

/// <summary>
/// What is written to it is opened on its way to another stream: a sealed file chunk by chunk, each only once it is proven; any other file as it is.
/// </summary>
/// <param name="name">Which file of the archive it must be.</param>
/// <param name="keys">Open it; <see langword="null"/>: a sealed file is not opened.</param>
/// <param name="output">Gets the content; stays the caller's.</param>
internal sealed class OpeningStream(string name, ArchiveKeys? keys, Stream output) : Stream
{
    private byte[] block = new byte[SealedHeader.MaxBytes];
    private int filled;
    private long chunk;
    private bool isPlain;
    private byte[] associated = [];
    private AesGcm? cipher;

    /// <value>What it is sealed as; <see langword="null"/> when it is not sealed.</value>
    public SealedHeader? Header { get; private set; }

    /// <value>Whether the content itself was seen, and not only that it is sealed.</value>
    public bool IsOpened => Header is null || cipher is not null;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="EvidenceFormatException">It is sealed with a key that is not there, is another file, or was changed.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (isPlain)
            {
                output.Write(buffer);
                return;
            }

            buffer = Header is null ? Begin(buffer) : cipher is null ? [] : Open(buffer);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>To be called at the end.</summary>
    /// <exception cref="EvidenceFormatException">Something is missing there.</exception>
    public void Complete()
    {
        if (Header is null && !isPlain)
        {
            Pass();
        }

        if (cipher is not null && (chunk != Header!.Chunks || filled > 0))
        {
            throw new EvidenceFormatException($"{name}: the sealed file ends before its end");
        }
    }

    public override void Flush() => output.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher?.Dispose();
        }

        base.Dispose(disposing);
    }

    private ReadOnlySpan<byte> Begin(ReadOnlySpan<byte> buffer)
    {
        var taken = Math.Min(buffer.Length, block.Length - filled);
        buffer[..taken].CopyTo(block.AsSpan(filled));
        filled += taken;
        var beginning = block.AsSpan(0, filled);
        if (!SealedHeader.IsBeginning(beginning))
        {
            if (filled >= SealedHeader.Version.Length + 1)
            {
                Pass();
            }

            return buffer[taken..];
        }

        var end = beginning.IndexOf("\n\n"u8) + 2;
        if (end > 1)
        {
            var header = SealedHeader.Parse(beginning[..end], name);
            Start(header, beginning[..end].ToArray());
            var rest = beginning[end..].ToArray();
            (block, filled) = (new byte[SealedHeader.ChunkSize + SealedHeader.TagSize], 0);
            Write(rest);
        }
        else if (filled == block.Length)
        {
            throw new EvidenceFormatException($"{name}: the header of the sealed file has no end");
        }

        return buffer[taken..];
    }

    private void Start(SealedHeader header, byte[] bytes)
    {
        Header = header.Name == name
            ? header
            : throw new EvidenceFormatException($"{name}: what is stored under this name was sealed as {header.Name}");
        associated = bytes;
        cipher = keys is null
            ? null
            : keys.Find(header.KeyId)?.FileKey(header.Salt)
                ?? throw new EvidenceFormatException(
                    $"{name}: sealed with the key {header.KeyId}, which is not among those given ({string.Join(", ", keys.All.Select(key => key.Id))})");
    }

    private ReadOnlySpan<byte> Open(ReadOnlySpan<byte> buffer)
    {
        if (chunk == Header!.Chunks)
        {
            throw new EvidenceFormatException($"{name}: something was appended to the sealed file");
        }

        var length = Header.LengthOf(chunk);
        var taken = Math.Min(buffer.Length, length + SealedHeader.TagSize - filled);
        buffer[..taken].CopyTo(block.AsSpan(filled));
        filled += taken;
        if (filled == length + SealedHeader.TagSize)
        {
            Open(length);
        }

        return buffer[taken..];
    }

    private void Open(int length)
    {
        Span<byte> nonce = stackalloc byte[SealedHeader.NonceSize];
        Header!.WriteNonce(nonce, chunk);
        try
        {
            cipher!.Decrypt(nonce, block.AsSpan(0, length), block.AsSpan(length, SealedHeader.TagSize), block.AsSpan(0, length), associated);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new EvidenceFormatException(
                FormattableString.Invariant($"{name}: chunk {chunk + 1} of {Header.Chunks} was changed after it was sealed, or its key"), e);
        }

        output.Write(block.AsSpan(0, length));
        (chunk, filled) = (chunk + 1, 0);
    }

    private void Pass()
    {
        isPlain = true;
        output.Write(block.AsSpan(0, filled));
    }
}
