using MathNet.Numerics.Distributions;

namespace Gates.Formats.Foundation.Statistics;

/// <summary>
/// Whether one side's values are larger than the other's, by their ranks alone (Mann and Whitney, 1947): no value is so far off that it decides by itself. By
/// the normal approximation with ties, which eight values a side make good enough.
/// </summary>
/// <param name="Probability">Two-sided p-value of "neither side is larger".</param>
/// <param name="Shift">How much larger the values of the current side are: the median of all differences (Hodges and Lehmann, 1963).</param>
/// <param name="Low">The lower end of the shift's interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Superiority">The effect size: the share of pairs in which the current side is larger, ties counted half.</param>
internal sealed record MannWhitney(double Probability, double Shift, double Low, double High, double Superiority)
{
    /// <value>Values a side below which nothing can be said.</value>
    public const int Fewest = 8;

    /// <param name="baseline">The values of one side.</param>
    /// <param name="current">Those of the other.</param>
    /// <param name="confidence">Of the interval, from 0 to 1.</param>
    /// <returns><see langword="null"/> when a side has fewer than <see cref="Fewest"/> values.</returns>
    public static MannWhitney? Compare(IReadOnlyList<double> baseline, IReadOnlyList<double> current, double confidence)
    {
        if (baseline.Count < Fewest || current.Count < Fewest)
        {
            return null;
        }

        double pairs = (double)baseline.Count * current.Count;
        double[] differences = [.. current.SelectMany(after => baseline.Select(before => after - before)).Order()];
        var superiority = (differences.Count(difference => difference > 0) + (differences.Count(difference => difference == 0) / 2.0)) / pairs;
        var deviation = Deviation(baseline, current);

        // Ranks are whole numbers and the normal distribution is not: half a rank is taken off.
        var distance = Math.Max(0, Math.Abs((superiority - 0.5) * pairs) - 0.5);
        var probability = deviation == 0 ? 1 : Math.Min(1, 2 * (1 - Normal.CDF(0, 1, distance / deviation)));
        var reach = Normal.InvCDF(0, 1, 1 - ((1 - confidence) / 2)) * deviation;
        var first = (int)Math.Clamp(Math.Floor((pairs / 2) - reach), 0, pairs - 1);
        return new MannWhitney(
            probability,
            Percentile.Of(differences, 0.5),
            differences[first],
            differences[differences.Length - 1 - first],
            superiority);
    }

    /// <summary>Of the number of pairs won, if neither side were larger; ties make it smaller.</summary>
    private static double Deviation(IReadOnlyList<double> baseline, IReadOnlyList<double> current)
    {
        double all = baseline.Count + current.Count;
        var ties = baseline.Concat(current).GroupBy(value => value).Sum(group => Math.Pow(group.Count(), 3) - group.Count());
        return Math.Sqrt(Math.Max(0, baseline.Count * (double)current.Count / 12 * (all + 1 - (ties / (all * (all - 1))))));
    }
}
