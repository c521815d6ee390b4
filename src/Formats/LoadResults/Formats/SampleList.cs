namespace Gates.Formats.LoadResults.Formats;

/// <summary>Collects samples in blocks, so that growing never needs twice the memory.</summary>
internal sealed class SampleList
{
    private const int BlockSize = 1 << 15;
    private readonly List<double[]> blocks = [];
    private int used = BlockSize;

    public void Add(double sample)
    {
        if (used == BlockSize)
        {
            blocks.Add(new double[BlockSize]);
            used = 0;
        }

        blocks[^1][used++] = sample;
    }

    /// <summary>All samples in ascending order; the list is empty afterwards.</summary>
    public double[] Sort()
    {
        var sorted = new double[blocks.Count == 0 ? 0 : ((blocks.Count - 1) * BlockSize) + used];
        for (var i = 0; i < blocks.Count; i++)
        {
            blocks[i].AsSpan(0, Math.Min(BlockSize, sorted.Length - (i * BlockSize))).CopyTo(sorted.AsSpan(i * BlockSize));
        }

        blocks.Clear();
        used = BlockSize;
        Array.Sort(sorted);
        return sorted;
    }
}
