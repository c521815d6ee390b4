using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Chains;

/// <summary>
/// Reads the files of a chain: a record each, a list of records, or a record a line (JSON Lines). Files stand in the order of their first timestamps, and of
/// their names where those are equal; what one file holds stands as it is there.
/// </summary>
internal static class ChainFiles
{
    public const int MaxFiles = 20_000;
    public const int MaxRecords = 1_000_000;
    private const long MaxBytes = 512L << 20;

    /// <param name="files">Names and contents.</param>
    /// <exception cref="EvidenceFormatException">A file holds something else, or there are too many.</exception>
    public static IReadOnlyList<ChainFile> Read(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var read = new List<ChainFile>();
        var (records, bytes) = (0, 0L);
        foreach (var (name, content) in files)
        {
            bytes += content.Length;
            var file = new ChainFile(name, content, Records(name, content));
            records += file.Records.Count;
            read.Add(file);
            if (read.Count > MaxFiles || records > MaxRecords || bytes > MaxBytes)
            {
                throw new EvidenceFormatException(
                    FormattableString.Invariant($"{name}: more than a chain may have: {MaxFiles} files, {MaxRecords} records, {MaxBytes >> 20} MiB"));
            }
        }

        return [.. read.OrderBy(file => file.Records[0].Time).ThenBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>Whether a file is one record of such a chain, whatever it was offered as.</summary>
    public static bool IsRecord(byte[] content)
    {
        try
        {
            return content.AsSpan().IndexOf("\"previous_hash\""u8) >= 0 && ChainRecord.IsOne(EvidenceJson.ParseElement(content, "the file"));
        }
        catch (EvidenceFormatException)
        {
            return false;
        }
    }

    private static List<ChainRecord> Records(string name, byte[] content)
    {
        if (content.Length > EvidenceJson.MaxBytes)
        {
            throw new EvidenceFormatException(
                FormattableString.Invariant($"{name}: {content.Length} bytes, more than the {EvidenceJson.MaxBytes} that one file of a chain may have"));
        }

        var isLines = name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);
        var records = isLines ? Lines(name, content) : Document(name, content);
        return records.Count > 0 ? records : throw new EvidenceFormatException($"{name}: holds no record");
    }

    private static List<ChainRecord> Document(string name, byte[] content)
    {
        var root = EvidenceJson.ParseElement(content, name);
        return root.ValueKind == JsonValueKind.Array
            ? [.. root.EnumerateArray().Select((one, index) =>
                ChainRecord.Read(one, System.Text.Encoding.UTF8.GetBytes(one.GetRawText()), FormattableString.Invariant($"{name}[{index}]")))]
            : [ChainRecord.Read(root, content, name)];
    }

    private static List<ChainRecord> Lines(string name, byte[] content)
    {
        var records = new List<ChainRecord>();
        var number = 0;
        foreach (var range in content.AsSpan().Split((byte)'\n'))
        {
            number++;
            var line = content.AsSpan(range);
            if (line.Trim(" \t\r"u8).Length == 0)
            {
                continue;
            }

            var bytes = (line[^1] == (byte)'\r' ? line[..^1] : line).ToArray();
            var place = FormattableString.Invariant($"{name}:{number}");
            records.Add(ChainRecord.Read(EvidenceJson.ParseElement(bytes, place), bytes, place));
        }

        return records;
    }
}

/// <summary>A file of a chain.</summary>
/// <param name="Name">As it was named.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Records">In their order; at least one.</param>
internal sealed record ChainFile(string Name, byte[] Bytes, IReadOnlyList<ChainRecord> Records)
{
    public string Sha256 { get; } = Sha256Hex.Of(Bytes);
}
