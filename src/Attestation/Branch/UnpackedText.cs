using System.IO.Compression;
using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Branch;

/// <summary>A file's text, also that of a gzip file, in pieces that end with a line.</summary>
internal static class UnpackedText
{
    /// <value>Letters of a piece.</value>
    private const int Piece = 8 << 20;

    /// <value>More is not looked through, and so not taken.</value>
    private const long MaxLetters = 512L << 20;

    /// <exception cref="UsageException">It is damaged, or too much.</exception>
    public static IEnumerable<string> Of(byte[] bytes, string name)
    {
        using var content = new MemoryStream(bytes, writable: false);
        using Stream unpacked = bytes is [0x1f, 0x8b, ..] ? new GZipStream(content, CompressionMode.Decompress) : content;
        using var reader = new StreamReader(unpacked, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var buffer = new char[Piece];
        var (held, total) = (0, 0L);
        while (Read(reader, buffer, held, name) is var read and > 0)
        {
            total += read;
            if (total > MaxLetters)
            {
                throw new UsageException($"{name}: unpacks to more than {MaxLetters >> 20} MiB, which is too much to look through for secrets; log only its digest with --digest-only");
            }

            var filled = held + read;
            var end = Array.LastIndexOf(buffer, '\n', filled - 1, filled) + 1;
            end = end == 0 ? filled : end;
            yield return new string(buffer, 0, end);
            held = filled - end;
            Array.Copy(buffer, end, buffer, 0, held);
        }

        yield return new string(buffer, 0, held);
    }

    private static int Read(StreamReader reader, char[] buffer, int held, string name)
    {
        try
        {
            return reader.ReadBlock(buffer, held, buffer.Length - held);
        }
        catch (InvalidDataException e)
        {
            throw new UsageException($"{name}: begins like gzip, but cannot be unpacked: {e.Message}");
        }
    }
}
