using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Eval;

/// <summary>A file that the command line names.</summary>
internal static class GivenFile
{
    /// <param name="read">Reads it.</param>
    /// <param name="label">How messages name it.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static byte[] Read(Func<byte[]> read, string label)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(e is FileNotFoundException or DirectoryNotFoundException
                ? $"{label}: there is no such file"
                : $"{label}: cannot be read: {e.Message}");
        }
    }
}
