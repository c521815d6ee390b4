namespace Gates.Formats.Foundation.Statistics;

/// <summary>Percentiles by linear interpolation between the two nearest samples (type 7): what k6, numpy and R compute by default.</summary>
internal static class Percentile
{
    /// <param name="sorted">Samples in ascending order; at least one.</param>
    /// <param name="share">From 0 (the smallest) to 1 (the largest).</param>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        var (index, fraction) = Position(sorted.Length, share);
        return fraction == 0 ? sorted[index] : sorted[index] + ((sorted[index + 1] - sorted[index]) * fraction);
    }

    /// <summary>Where a percentile lies among this many samples: after the sample with this index, by this fraction of the gap to the next.</summary>
    public static (int Index, double Fraction) Position(int count, double share)
    {
        var place = share * (count - 1);
        var index = (int)Math.Floor(place);
        return (index, place - index);
    }
}
