using System.Text;

namespace Gates.Formats.Documents;

/// <summary>Bytes to text, strictly: UTF-8 with or without a byte order mark; what else is only where it is asked for.</summary>
internal static class DocumentText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="DocumentException">The file is too big, or not UTF-8.</exception>
    public static string Read(Stream stream, string path, DocumentLimits limits)
    {
        ReadOnlySpan<byte> span = ReadBytes(stream, path, limits);
        return ReadUtf8(span, path);
    }

    /// <summary>Also UTF-16 and UTF-32 with their marks, which YAML allows.</summary>
    /// <exception cref="DocumentException">The file is too big, or not Unicode.</exception>
    public static string ReadUnicode(Stream stream, string path, DocumentLimits limits)
    {
        ReadOnlySpan<byte> span = ReadBytes(stream, path, limits);
        Encoding? encoding = span switch
        {
            [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
            [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => null,
        };
        try
        {
            return encoding is null ? ReadUtf8(span, path) : encoding.GetString(span[encoding.Preamble.Length..]);
        }
        catch (ArgumentException)
        {
            throw new DocumentException(path, 1, 1, "the file begins with a byte order mark that its bytes do not follow; save it as UTF-8");
        }
    }

    private static string ReadUtf8(ReadOnlySpan<byte> span, string path)
    {
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

    internal static byte[] ReadBytes(Stream stream, string path, DocumentLimits limits)
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
