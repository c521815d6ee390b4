using Gates.Formats.Foundation;

namespace Gates.Doors.Files;

/// <summary>A file that an option names: where it cannot be read, the message says which option.</summary>
internal static class NamedFile
{
    /// <param name="option">Such as <c>--trust</c>.</param>
    /// <param name="file">Where it is.</param>
    /// <param name="name">How to name it in the message; the file itself when left out.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static byte[] Read(string option, string file, string? name = null)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(option, file, name ?? file, e);
        }
    }

    /// <param name="option">Such as <c>--trust</c>.</param>
    /// <param name="file">Where it is.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="name">How to name it in the message; the file itself when left out.</param>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static async Task<byte[]> ReadAsync(string option, string file, CancellationToken cancellationToken, string? name = null)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(option, file, name ?? file, e);
        }
    }

    /// <summary>Why a file could not be opened: of a folder the system says that access is denied.</summary>
    public static string Why(string file, Exception e) => Directory.Exists(file) ? "it is a folder; name a file in it" : e.Message;

    private static UsageException Unreadable(string option, string file, string name, Exception e) => new($"{option} {name}: cannot be read: {Why(file, e)}");
}
