namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Takes the UTF-16 text out of binary data: every second byte, where the byte beside it is zero.</summary>
internal sealed class WideText(int size)
{
    private const int MinZeros = 16;
    private readonly byte[] lane = new byte[(size / 2) + 1];

    /// <summary>Whether there are zeros enough for a token; most pieces of compressed data and of text have none.</summary>
    public static bool MayBeIn(ReadOnlySpan<byte> bytes) => bytes.Count((byte)0) >= MinZeros;

    /// <summary>The text whose characters stand on even (0) or odd (1) places; other places hold zeros.</summary>
    public ReadOnlySpan<byte> Lane(ReadOnlySpan<byte> bytes, int parity)
    {
        var count = 0;
        for (var i = parity; i < bytes.Length; i += 2)
        {
            // Little-endian text has its zero after each character, big-endian before.
            var isWide = (i + 1 < bytes.Length && bytes[i + 1] == 0) || (i > 0 && bytes[i - 1] == 0);
            lane[count++] = isWide ? bytes[i] : (byte)0;
        }

        return lane.AsSpan(0, count);
    }
}
