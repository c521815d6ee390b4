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
}
