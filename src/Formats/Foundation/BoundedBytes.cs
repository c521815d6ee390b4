namespace Gates.Formats.Foundation;

/// <summary>Reads a stream whole, and never more of it than its reader takes, whatever a header or a file system says of its length.</summary>
internal static class BoundedBytes
{
    private const int Buffer = 81_920;

    /// <param name="stream">Read from where it stands.</param>
    /// <param name="maxLength">In bytes.</param>
    /// <returns><see langword="null"/> when it is longer.</returns>
    public static byte[]? Read(Stream stream, long maxLength)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[Buffer];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            if (bytes.Length + count > maxLength)
            {
                return null;
            }

            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }

    /// <inheritdoc cref="Read"/>
    /// <param name="stream">Read from where it stands.</param>
    /// <param name="maxLength">In bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="saidLength">How long it is said to be, in bytes; growing would copy a long one several times.</param>
    public static async Task<byte[]?> ReadAsync(Stream stream, long maxLength, CancellationToken cancellationToken, long saidLength = 0)
    {
        using var bytes = new MemoryStream((int)Math.Clamp(saidLength, 0, maxLength));
        var buffer = new byte[Buffer];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + count > maxLength)
            {
                return null;
            }

            await bytes.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return bytes.Capacity == bytes.Length ? bytes.GetBuffer() : bytes.ToArray();
    }
}
