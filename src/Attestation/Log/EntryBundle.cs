using System.Buffers.Binary;

namespace Gates.Attestation.Log;

/// <summary>The entries of one tile: each after its length, two bytes, big end first.</summary>
internal static class EntryBundle
{
    private const int Prefix = sizeof(ushort);

    /// <exception cref="LogException">An entry is longer than a log can hold.</exception>
    public static byte[] Write(IReadOnlyCollection<ReadOnlyMemory<byte>> entries)
    {
        var bytes = new byte[entries.Sum(entry => Prefix + entry.Length)];
        var offset = 0;
        foreach (var entry in entries)
        {
            if (entry.Length > ushort.MaxValue)
            {
                throw new LogException(
                    LogFault.Malformed,
                    FormattableString.Invariant($"an entry of {entry.Length} bytes; a log holds at most {ushort.MaxValue}"));
            }

            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(offset), (ushort)entry.Length);
            entry.Span.CopyTo(bytes.AsSpan(offset + Prefix));
            offset += Prefix + entry.Length;
        }

        return bytes;
    }

    /// <param name="bytes">The file.</param>
    /// <param name="tile">Which one it is.</param>
    /// <param name="place">Its name in messages.</param>
    /// <exception cref="LogException">It holds more or fewer entries than it must, or ends within one.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Parse(byte[] bytes, Tile tile, string place)
    {
        var entries = new List<ReadOnlyMemory<byte>>(tile.Width);
        var offset = 0;
        while (offset < bytes.Length)
        {
            var number = (tile.Index * Tile.Full) + entries.Count;
            var length = bytes.Length - offset >= Prefix ? BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(offset)) : -1;
            if (length < 0 || length > bytes.Length - offset - Prefix)
            {
                throw new LogException(
                    LogFault.Malformed,
                    FormattableString.Invariant($"{place}: entry {number} at byte {offset} {(length < 0 ? "has no length" : FormattableString.Invariant($"says that it is {length} bytes long"))}, and the file ends at {bytes.Length}"));
            }

            entries.Add(bytes.AsMemory(offset + Prefix, length));
            offset += Prefix + length;
        }

        return entries.Count == tile.Width
            ? entries
            : throw new LogException(LogFault.Malformed, FormattableString.Invariant($"{place}: {entries.Count} entries, and it must hold {tile.Width}"));
    }
}
