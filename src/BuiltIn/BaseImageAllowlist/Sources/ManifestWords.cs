using System.Text;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Looks for the words of a manifest or a compose file in bytes that are no text for us, or too many of them.</summary>
internal static class ManifestWords
{
    private const int MaxLength = 16;

    public static bool AreIn(Stream stream)
    {
        var buffer = new byte[(1 << 20) + MaxLength];
        var (kept, version, kind) = (0, false, false);
        while (stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false) is > 0 and var taken)
        {
            var text = Encoding.Latin1.GetString(buffer, 0, kept + taken).Replace("\0", "", StringComparison.Ordinal);
            version |= text.Contains("apiVersion", StringComparison.Ordinal);
            kind |= text.Contains("kind", StringComparison.Ordinal);
            if ((version && kind) || text.Contains("services", StringComparison.Ordinal))
            {
                return true;
            }

            // A word may stand across two pieces.
            var end = kept + taken;
            kept = Math.Min(MaxLength, end);
            buffer.AsSpan(end - kept, kept).CopyTo(buffer);
        }

        return false;
    }
}
