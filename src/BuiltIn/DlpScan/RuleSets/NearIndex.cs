namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>Tells for many rules at once whether one of their near words stands in a text: one look at the text instead of one for each word.</summary>
internal sealed class NearIndex
{
    private const int Buckets = 1 << 12;
    private const int Bits = 15;
    private readonly (byte[] Word, int Rule)[][] buckets = new (byte[], int)[Buckets][];
    private readonly uint[] bitmap = new uint[1 << (Bits - 5)];

    public NearIndex(IReadOnlyList<DlpRule> rules)
    {
        var words = rules
            .SelectMany((rule, i) => rule.Near.Select(word => (Word: Array.ConvertAll(word.ToCharArray(), static c => (byte)c), Rule: i))).ToArray();
        foreach (var bucket in words.GroupBy(pair => Bucket(pair.Word[0], pair.Word[1])))
        {
            buckets[bucket.Key] = [.. bucket];
        }

        foreach (var (word, _) in words)
        {
            for (var third = 0; third < 256; third++)
            {
                if (word.Length == 2 || (third | 0x20) == (word[2] | 0x20))
                {
                    var slot = Slot(word[0] | (uint)(word[1] << 8) | (uint)(third << 16));
                    bitmap[slot >> 5] |= 1u << (int)(slot & 31);
                }
            }
        }

        Words = (rules.Count + 63) / 64;
    }

    /// <value>How many words of 64 bits the answer has.</value>
    public int Words { get; }

    /// <summary>Sets the bit of each rule of which a word stands in the text.</summary>
    public void Mark(ReadOnlySpan<byte> text, Span<ulong> near)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var slot = Slot(text[i] | (uint)(text[i + 1] << 8) | (i + 2 < text.Length ? (uint)(text[i + 2] << 16) : 0));
            if (((bitmap[slot >> 5] >> (int)(slot & 31)) & 1) != 0 && NearWords.IsEdge(text, i) && buckets[Bucket(text[i], text[i + 1])] is { } bucket)
            {
                Mark(text[i..], text, i, bucket, near);
            }
        }
    }

    private static void Mark(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> text, int place, (byte[] Word, int Rule)[] bucket, Span<ulong> near)
    {
        foreach (var (word, rule) in bucket)
        {
            if (rest.Length >= word.Length && NearWords.Equal(rest[..word.Length], word) && NearWords.IsEdge(text, place + word.Length))
            {
                near[rule >> 6] |= 1UL << (rule & 63);
            }
        }
    }

    // Three bytes, letters of either case alike, to one bit: nearly everywhere it is not set.
    private static uint Slot(uint gram) => ((gram | 0x202020) * 0x9E3779B1) >> (32 - Bits);

    // Letters of either case alike.
    private static int Bucket(byte first, byte second) => ((first & 0x1f) | ((first & 0x80) >> 2) | ((second | 0x20) << 6)) & (Buckets - 1);
}
