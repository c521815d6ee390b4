using System.IO.Compression;
using System.Text;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>Tells when files differ only in what an archive says of its files, or in what a compiler notes in front of its output.</summary>
internal static class ArchiveTraces
{
    private const int MaxUnpacked = 16 << 20;
    private const int Block = 512;

    /// <returns><see langword="null"/> when they are no archives, or differ in more.</returns>
    public static (string Cause, string Detail)? Of(byte[] one, byte[] two)
    {
        if (IsGzip(one) && IsGzip(two))
        {
            var (first, second) = (Unpack(one), Unpack(two));
            return first is null || second is null ? null
                : first.AsSpan().SequenceEqual(second) ? ("archive", "gzip notes when it packed; what is packed is the same")
                : Of(first, second);
        }

        if (IsTar(one) && IsTar(two))
        {
            return one.Length == two.Length && Tar(one).SequenceEqual(Tar(two)) ? ("archive", "the times or owners that tar notes")
                : Same(one, two) ? ("order", "tar took its files in another order")
                : null;
        }

        if (StartsWith(one, "PK\u0003\u0004") && StartsWith(two, "PK\u0003\u0004"))
        {
            return Zip(one) is { } names && Zip(two) is { } others
                ? names.SequenceEqual(others, StringComparer.Ordinal) ? ("archive", "the times that zip notes")
                    : names.Order(StringComparer.Ordinal).SequenceEqual(others.Order(StringComparer.Ordinal), StringComparer.Ordinal)
                        ? ("order", "zip took its files in another order")
                        : null
                : null;
        }

        if (StartsWith(one, "!<arch>\n") && StartsWith(two, "!<arch>\n"))
        {
            return Library(one) is { } text && text == Library(two) ? ("archive", "the times or owners that ar notes") : null;
        }

        return Bytecode(one, two) ? ("archive", "Python notes the time of the source in front of its bytecode") : null;
    }

    private static bool IsGzip(byte[] content) => content is [0x1F, 0x8B, ..];

    private static bool IsTar(byte[] content) => content.Length >= Block && content.AsSpan(257, 5).SequenceEqual("ustar"u8);

    private static bool StartsWith(byte[] content, string text) => content.AsSpan().StartsWith(Encoding.ASCII.GetBytes(text));

    private static byte[]? Unpack(byte[] content)
    {
        try
        {
            using var stream = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[81_920];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if (unpacked.Length + read > MaxUnpacked)
                {
                    return null;
                }

                unpacked.Write(buffer, 0, read);
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The archive with times, owners and sums of its headers blanked; what follows them stays.</summary>
    private static byte[] Tar(byte[] content)
    {
        var plain = (byte[])content.Clone();
        foreach (var header in Headers(content))
        {
            plain.AsSpan(header + 108, 16).Clear();
            plain.AsSpan(header + 136, 20).Clear();
            plain.AsSpan(header + 265, 64).Clear();
        }

        return plain;
    }

    private static bool Same(byte[] one, byte[] two)
    {
        return one.Length == two.Length && Parts(one).Order(StringComparer.Ordinal)
            .SequenceEqual(Parts(two).Order(StringComparer.Ordinal), StringComparer.Ordinal);

        static IEnumerable<string> Parts(byte[] content)
        {
            var plain = Tar(content);
            return Headers(content).Select(at => Encoding.Latin1.GetString(plain, at, Math.Min(Block + Length(content, at), plain.Length - at)));
        }
    }

    private static IEnumerable<int> Headers(byte[] content)
    {
        for (var at = 0; at + Block <= content.Length && content[at] != 0;)
        {
            yield return at;
            at += Block + ((Length(content, at) + Block - 1) / Block * Block);
        }
    }

    private static int Length(byte[] content, int header)
    {
        var length = 0L;
        foreach (var digit in content.AsSpan(header + 124, 12))
        {
            length = digit is >= (byte)'0' and <= (byte)'7' ? (length * 8) + digit - '0' : length;
        }

        return (int)Math.Min(length, content.Length);
    }

    /// <summary>Names and sums of the files in a zip, in its order.</summary>
    private static List<string>? Zip(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            return [.. zip.Entries.Take(100_000).Select(entry => FormattableString.Invariant($"{entry.FullName} {entry.Crc32} {entry.Length}"))];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>An <c>ar</c> archive without the numbers in its headers: name, 44 characters of them, and the size.</summary>
    private static string? Library(byte[] content)
    {
        var text = new StringBuilder();
        for (var at = 8; at + 60 <= content.Length;)
        {
            var header = Encoding.ASCII.GetString(content, at, 60);
            if (!int.TryParse(header[48..58].Trim(), out var size) || size < 0 || size > content.Length - at - 60)
            {
                return null;
            }

            text.Append(header[..16]).Append(Encoding.Latin1.GetString(content, at + 60, size));
            at += 60 + size + (size % 2);
        }

        return text.ToString();
    }

    private static bool Bytecode(byte[] one, byte[] two) =>
        one.Length == two.Length && one.Length > 16 && one[2] == '\r' && one[3] == '\n' && one.AsSpan(0, 4).SequenceEqual(two.AsSpan(0, 4))
            && one.AsSpan(16).SequenceEqual(two.AsSpan(16));
}
