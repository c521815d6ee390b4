namespace Gates.Doors.Http;

/// <summary>Reads an answer whole, and never more of it than its reader takes.</summary>
internal static class BoundedBody
{
    private const int Buffer = 81_920;

    /// <param name="content">The answer.</param>
    /// <param name="maxLength">In bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns><see langword="null"/> when it is longer.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContent content, long maxLength, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[Buffer];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + count > maxLength)
            {
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return body.ToArray();
    }
}
