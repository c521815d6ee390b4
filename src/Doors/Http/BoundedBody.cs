using Gates.Formats.Foundation;

namespace Gates.Doors.Http;

/// <summary>Reads an answer whole, and never more of it than its reader takes.</summary>
internal static class BoundedBody
{
    /// <param name="content">The answer.</param>
    /// <param name="maxLength">In bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns><see langword="null"/> when it is longer.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContent content, long maxLength, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        return await BoundedBytes.ReadAsync(stream, maxLength, cancellationToken, content.Headers.ContentLength ?? 0);
    }
}
