namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>How surprising a text's characters are, in bits each (Shannon).</summary>
internal static class Entropy
{
    public static double Of(ReadOnlySpan<char> value)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var c in value)
        {
            counts[c & 0xff]++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / value.Length;
                bits -= share * Math.Log2(share);
            }
        }

        return bits;
    }
}
