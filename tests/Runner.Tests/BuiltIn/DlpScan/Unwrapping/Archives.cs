using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Runner.Tests.BuiltIn.DlpScan.Unwrapping;

/// <summary>Archives, made in memory.</summary>
internal static class Archives
{
    public static byte[] Zip(params (string Name, string Content)[] members) =>
        Zip([.. members.Select(member => (member.Name, Encoding.UTF8.GetBytes(member.Content)))]);

    public static byte[] Zip((string Name, byte[] Content)[] members, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Content)[] members)
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }

        return stream.ToArray();
    }

    public static byte[] Gzip(string content) => Gzip(Encoding.UTF8.GetBytes(content));

    public static byte[] Gzip(byte[] content) => Compressed(content, stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    public static byte[] Zlib(string content) =>
        Compressed(Encoding.UTF8.GetBytes(content), stream => new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    private static byte[] Compressed(byte[] content, Func<Stream, Stream> compress)
    {
        using var stream = new MemoryStream();
        using (var compressed = compress(stream))
        {
            compressed.Write(content);
        }

        return stream.ToArray();
    }
}
