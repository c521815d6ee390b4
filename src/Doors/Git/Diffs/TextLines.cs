using System.Text;

namespace Gates.Doors.Git.Diffs;

/// <summary>A file's content as lines that end with a line feed, where everybody who counts its lines counts these.</summary>
internal static class TextLines
{
    /// <value>Bytes of a file; a larger one is not compared line by line.</value>
    public const int MaxSize = 16 << 20;

    private const int MaxLines = 2_000_000;

    /// <summary>The lines, each with its line feed. <see langword="null"/> where there are none to speak of: too large, or not text.</summary>
    /// <remarks>
    /// A zero byte stands in binary files and in UTF-16. A carriage return alone and Unicode's line separators end a line for some parsers and not for git,
    /// so that a finding's line and a changed line would be different numbers.
    /// </remarks>
    public static string[]? Split(byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.Length > MaxSize || bytes.Contains((byte)0) || bytes.Count((byte)'\n') > MaxLines || HasOtherLineEnds(bytes))
        {
            return null;
        }

        // One character a byte: equal exactly where the bytes are.
        var text = Encoding.Latin1.GetString(bytes);
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    /// <summary>Whether every line ends with carriage return and line feed.</summary>
    public static bool IsAllCrLf(ReadOnlySpan<byte> content) =>
        content.Contains((byte)'\n') && content.Count((byte)'\n') == content.Count("\r\n"u8);

    /// <summary>The content with line feeds alone, as git stores what a checkout gave carriage returns.</summary>
    public static byte[] WithoutCarriageReturns(ReadOnlySpan<byte> content)
    {
        var result = new byte[content.Length];
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '\r' || i + 1 == content.Length || content[i + 1] != '\n')
            {
                result[length++] = content[i];
            }
        }

        return result[..length];
    }

    private static bool HasOtherLineEnds(ReadOnlySpan<byte> bytes) =>
        bytes.Count((byte)'\r') != bytes.Count("\r\n"u8)
        || bytes.IndexOf("\u0085"u8) >= 0 || bytes.IndexOf("\u2028"u8) >= 0 || bytes.IndexOf("\u2029"u8) >= 0;
}
