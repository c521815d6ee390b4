using System.IO.Compression;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Verification;

/// <summary>Evidence in a zip file, read without unpacking it. What the archive says of its own sizes is not believed.</summary>
internal sealed class ArchiveEvidence : IEvidenceFiles
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixLink = 0xA000;

    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <param name="archive">The zip file.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <exception cref="EvidenceFormatException">Not a zip file, or one that no pack is.</exception>
    public ArchiveEvidence(Stream archive, string source)
    {
        try
        {
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > EvidenceLimits.ArchiveFiles)
            {
                throw new EvidenceFormatException(
                    FormattableString.Invariant($"{source}: {zip.Entries.Count} entries; a pack has at most {EvidenceLimits.ArchiveFiles}"));
            }

            var total = 0L;
            foreach (var entry in zip.Entries)
            {
                var bytes = Read(entry, source, EvidenceLimits.ArchiveBytes - total);
                total += bytes.Length;
                if (!files.TryAdd(entry.FullName, bytes))
                {
                    throw new EvidenceFormatException($"{source}: {entry.FullName}: stands in the archive twice, so two readers could read two different files");
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw new EvidenceFormatException($"{source}: a damaged zip file: {e.Message}", e);
        }

        Paths = [.. files.Keys.Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Paths { get; }

    public byte[]? Read(string path) => files.GetValueOrDefault(path);

    private static byte[] Read(ZipArchiveEntry entry, string source, long room)
    {
        var name = entry.FullName;
        if (((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixLink)
        {
            throw new EvidenceFormatException($"{source}: {name}: a link, which a pack never holds");
        }

        if (!IsSafe(name))
        {
            throw new EvidenceFormatException($"{source}: the entry name \"{name}\" is not a plain relative path");
        }

        var most = (int)Math.Min(EvidenceLimits.FileBytes, room);
        using var content = entry.Open();
        return BoundedBytes.Read(content, most) ?? throw new EvidenceFormatException(
            FormattableString.Invariant($"{source}: {name}: unpacks to more than a pack may hold ({most >> 20} MiB left): a zip bomb"));
    }

    private static bool IsSafe(string name) =>
        name.Length is > 0 and <= 1_000
            && !name.AsSpan().ContainsAny("\\:\0\r\n")
            && Array.TrueForAll(name.Split('/'), part => part is not ("" or "." or ".."));
}
