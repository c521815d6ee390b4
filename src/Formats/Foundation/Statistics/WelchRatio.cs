using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Gates.Formats.Foundation.Statistics;

/// <summary>Compares one value a run: Welch's t interval on the logarithms, which does not pretend that three runs say more than they do.</summary>
internal static class WelchRatio
{
    /// <param name="baseline">One positive value for each run.</param>
    /// <param name="current">One positive value for each run.</param>
    public static RatioEstimate Of(IReadOnlyList<double> baseline, IReadOnlyList<double> current)
    {
        double[] before = [.. baseline.Select(value => Math.Log(value))];
        double[] after = [.. current.Select(value => Math.Log(value))];
        var difference = after.Mean() - before.Mean();
        if (before.Length < 2 || after.Length < 2)
        {
            return new RatioEstimate(Math.Exp(difference), null, null, 1, Resolution.Single);
        }

        var (one, other) = (before.Variance() / before.Length, after.Variance() / after.Length);
        if (one + other == 0)
        {
            // Values that repeat to the last digit are one measurement seen twice, and say nothing about noise.
            return new RatioEstimate(Math.Exp(difference), null, null, 1, Resolution.Single);
        }

        var freedom = (one + other) * (one + other) / ((one * one / (before.Length - 1)) + (other * other / (after.Length - 1)));
        var error = Math.Sqrt(one + other);
        var reach = StudentT.InvCDF(0, 1, freedom, 0.975) * error;
        var probability = 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(difference) / error);
        return new RatioEstimate(Math.Exp(difference), Math.Exp(difference - reach), Math.Exp(difference + reach), probability, Resolution.Summaries);
    }
}
