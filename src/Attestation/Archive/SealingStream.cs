using System.Security.Cryptography;
using Gates.Formats.Foundation.Streams;

namespace Gates.Attestation.Archive;

/// <summary>Reads a file sealed: the header, then each chunk with its tag.</summary>
internal sealed class SealingStream : ForwardStream
{
    private readonly Stream content;
    private readonly SealedHeader header;
    private readonly AesGcm cipher;
    private readonly byte[] associated;
    private readonly byte[] plain = new byte[SealedHeader.ChunkSize];
    private readonly byte[] block = new byte[SealedHeader.ChunkSize + SealedHeader.TagSize];
    private ReadOnlyMemory<byte> ready;
    private long chunk;

    /// <param name="content">The file; this owns it.</param>
    /// <param name="header">What the file is sealed as.</param>
    /// <param name="key">The header's key.</param>
    public SealingStream(Stream content, SealedHeader header, ArchiveKey key)
    {
        this.content = content;
        this.header = header;
        cipher = key.FileKey(header.Salt);
        associated = header.ToBytes();
        ready = associated;
    }

    public override int Read(Span<byte> buffer)
    {
        if (ready.Length == 0)
        {
            if (chunk == header.Chunks)
            {
                return 0;
            }

            Seal();
        }

        var length = Math.Min(buffer.Length, ready.Length);
        ready.Span[..length].CopyTo(buffer);
        ready = ready[length..];
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            content.Dispose();
            CryptographicOperations.ZeroMemory(plain);
        }

        base.Dispose(disposing);
    }

    private void Seal()
    {
        var length = header.LengthOf(chunk);
        content.ReadExactly(plain, 0, length);
        Span<byte> nonce = stackalloc byte[SealedHeader.NonceSize];
        header.WriteNonce(nonce, chunk++);
        cipher.Encrypt(nonce, plain.AsSpan(0, length), block.AsSpan(0, length), block.AsSpan(length, SealedHeader.TagSize), associated);
        ready = block.AsMemory(0, length + SealedHeader.TagSize);
    }
}
