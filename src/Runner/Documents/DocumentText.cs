using System.Text;

namespace Gates.Runner.Documents;

/// <summary>Bytes to text, strictly: UTF-8 with or without a byte order mark, and nothing else.</summary>
internal static class DocumentText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="DocumentException">The file is too big, or not UTF-8.</exception>
    public static string Read(Stream stream, string path, DocumentLimits limits)
    {
        var bytes = ReadBytes(stream, path, limits);
        ReadOnlySpan<byte> span = bytes;
        if (span.StartsWith(Encoding.UTF8.Preamble))
        {
            span = span[3..];
        }

        try
        {
            return Strict.GetString(span);
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + span[..Math.Clamp(e.Index, 0, span.Length)].Count((byte)'\n');
            throw new DocumentException(path, line, 1, "the file is not UTF-8; save it as UTF-8");
        }
    }

    private static byte[] ReadBytes(Stream stream, string path, DocumentLimits limits)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > limits.Bytes)
            {
                throw new DocumentException(path, 1, 1, FormattableString.Invariant($"the file is larger than {limits.Bytes / 1_000_000.0:0.#} MB"));
            }
        }

        return buffer.ToArray();
    }
}
