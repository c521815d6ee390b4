using System.IO.Compression;

namespace Gates.Attestation.Packs;

/// <summary>A zip file that depends on nothing but its content: names in order, one time, one mode.</summary>
internal static class PackArchive
{
    private const int RegularFileForAll = 0x81A4 << 16;

    /// <value>The first moment that a zip file can name.</value>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream output, IReadOnlyDictionary<string, byte[]> files)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = Epoch;
            entry.ExternalAttributes = RegularFileForAll;
            using var stream = entry.Open();
            stream.Write(content);
        }
    }
}
