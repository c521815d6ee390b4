using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Private;

/// <summary>Reads files of somebody else's git directory: only regular ones, and only so much of them.</summary>
internal static class SmallFile
{
    /// <returns>The text, or <see langword="null"/> when there is no such file.</returns>
    /// <exception cref="EvaluationException">It is too large or cannot be read.</exception>
    public static string? Read(string path, int limit) => Bytes(path, limit) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <inheritdoc cref="Read"/>
    public static byte[]? Bytes(string path, int limit)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.LinkTarget is not null)
            {
                file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            }

            // Pipes and devices report no length; opening one could block for ever.
            return !file.Exists ? null
                : file.Length == 0 ? []
                : file.Length <= limit ? File.ReadAllBytes(file.FullName)
                : throw new EvaluationException(FormattableString.Invariant($"{path} is larger than any that git writes ({file.Length:N0} bytes)"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"{path}: cannot be read: {e.Message}", e);
        }
    }
}
