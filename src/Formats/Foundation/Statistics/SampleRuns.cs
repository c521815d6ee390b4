using MathNet.Numerics.Distributions;

namespace Gates.Formats.Foundation.Statistics;

/// <summary>The samples of one side's runs, and what a percentile or the mean of all of them would be if the runs were done again.</summary>
internal sealed class SampleRuns
{
    private readonly IReadOnlyList<double[]> runs;
    private readonly double[] pooled;
    private readonly double[] means;
    private readonly double[] variances;

    /// <param name="runs">The samples of each run in ascending order; no run without samples.</param>
    public SampleRuns(IReadOnlyList<double[]> runs)
    {
        this.runs = runs;
        pooled = [.. runs.SelectMany(run => run)];
        Array.Sort(pooled);
        means = [.. runs.Select(run => run.Average())];
        variances = [.. runs.Select((run, i) => run.Sum(sample => (sample - means[i]) * (sample - means[i])) / run.Length)];
    }

    public int Count => runs.Count;

    public int Samples => pooled.Length;

    /// <summary>The percentile of all samples together, or their mean.</summary>
    /// <param name="share">The percentile, from 0 to 1; <see langword="null"/> for the mean.</param>
    public double Whole(double? share) => share is { } percentile ? Percentile.Of(pooled, percentile) : pooled.Average();

    /// <summary>The percentile of each run's samples, or their mean.</summary>
    /// <param name="share">The percentile, from 0 to 1; <see langword="null"/> for the mean.</param>
    public double[] Each(double? share) => share is { } percentile ? [.. runs.Select(run => Percentile.Of(run, percentile))] : means;

    /// <summary>The percentile of as many samples drawn from these runs with replacement.</summary>
    /// <remarks>
    /// Nothing is drawn or sorted: the k-th of n sorted draws is the sample at the place that a Beta(k, n-k+1) variable gives,
    /// and its successor lies above it by the least of the n-k draws that remain.
    /// </remarks>
    public double DrawPercentile(int[] weights, double share, Random random)
    {
        var total = Total(weights);
        var (index, fraction) = Percentile.Position(total, share);
        var place = Beta.Sample(random, index + 1, total - index);
        var lower = Ranked(weights, RankOf(place, total));
        if (fraction == 0)
        {
            return lower;
        }

#pragma warning disable CA5394 // Random is an insecure random number generator: nothing is secret here, and the same files must give the same interval
        var next = place + ((1 - place) * (1 - Math.Pow(1 - random.NextDouble(), 1.0 / (total - index - 1))));
#pragma warning restore CA5394
        return lower + ((Ranked(weights, RankOf(next, total)) - lower) * fraction);
    }

    /// <summary>The mean of as many samples drawn from these runs with replacement; normal, as the mean of many draws is.</summary>
    public double DrawMean(int[] weights, Random random)
    {
        var (mean, total) = (MeanOf(weights), Total(weights));
        var variance = Enumerable.Range(0, runs.Count).Sum(i => weights[i] * runs[i].Length * (variances[i] + ((means[i] - mean) * (means[i] - mean)))) / total;
        return Normal.Sample(random, mean, Math.Sqrt(variance / total));
    }

    private double MeanOf(int[] weights) =>
        Enumerable.Range(0, runs.Count).Sum(i => weights[i] * runs[i].Length * means[i]) / Total(weights);

    private static int RankOf(double place, int total) => Math.Min(total - 1, (int)(place * total));

    private int Total(int[] weights)
    {
        var total = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            total += weights[i] * runs[i].Length;
        }

        return total;
    }

    /// <summary>The sample with this rank (from 0) among the weighted runs.</summary>
    private double Ranked(int[] weights, int rank)
    {
        var (low, high) = (0, pooled.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (CountUpTo(weights, pooled[middle]) > rank)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return pooled[low];
    }

    private int CountUpTo(int[] weights, double value)
    {
        var count = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0)
            {
                count += weights[i] * UpperBound(runs[i], value);
            }
        }

        return count;
    }

    private static int UpperBound(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (sorted[middle] <= value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
