using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;

namespace Gates.Formats.Foundation.Statistics;

/// <summary>How much a side's value would differ if only its samples were drawn again. The seed is fixed, so that the same files give the same noise.</summary>
internal static class RunBootstrap
{
    /// <value>Draws for one side; the noise is then known to 2 %.</value>
    public const int DefaultDraws = 1_000;

    private const int Seed = 20_261_122;

    /// <summary>The variance of the logarithm of one run's value, from the samples of all.</summary>
    /// <param name="runs">The side; its value is above 0.</param>
    /// <param name="share">The percentile, from 0 to 1; <see langword="null"/> for the mean.</param>
    /// <param name="draws">How often.</param>
    public static double Variance(SampleRuns runs, double? share, int draws = DefaultDraws)
    {
        var random = new Xoshiro256StarStar(Seed);
        int[] weights = [.. Enumerable.Repeat(1, runs.Count)];
        var values = new double[draws];
        for (var i = 0; i < draws; i++)
        {
            values[i] = Math.Log(Math.Max(
                double.Epsilon,
                share is { } percentile ? runs.DrawPercentile(weights, percentile, random) : runs.DrawMean(weights, random)));
        }

        return values.Variance() * runs.Count;
    }
}
