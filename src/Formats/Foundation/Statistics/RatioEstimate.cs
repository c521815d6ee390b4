using MathNet.Numerics.Distributions;

namespace Gates.Formats.Foundation.Statistics;

/// <summary>How much larger the current value is than the baseline's, and how sure that is.</summary>
/// <param name="Ratio">Current over baseline.</param>
/// <param name="Error">The standard error of the ratio's logarithm; <see langword="null"/> when nothing says how large it is.</param>
/// <param name="Freedom">The degrees of freedom of <paramref name="Error"/>.</param>
/// <param name="Resolution">What it was made from.</param>
internal sealed record RatioEstimate(double Ratio, double? Error, double Freedom, Resolution Resolution)
{
    /// <value>Lower end of the 95 % interval.</value>
    public double? Low => Bound(0.025);

    /// <value>Upper end of the 95 % interval.</value>
    public double? High => Bound(0.975);

    /// <value>Two-sided p-value of "nothing changed"; 1 without an error.</value>
    public double Probability => Error is { } error ? 2 * StudentT.CDF(0, 1, Freedom, -Math.Abs(Math.Log(Ratio)) / error) : 1;

    /// <summary>
    /// The smallest change for the worse, as a share, that would have measured worse than this four times in five: what the data speak against.
    /// Below 0 when what was measured is better by more than its noise.
    /// </summary>
    /// <param name="upper">Whether more is worse.</param>
    public double? Detectable(bool upper) => upper ? Bound(0.8) - 1 : 1 - Bound(0.2);

    private double? Bound(double share) => Error is { } error ? Ratio * Math.Exp(StudentT.InvCDF(0, 1, Freedom, share) * error) : null;
}

/// <summary>What an interval was made from, from the best to the weakest.</summary>
internal enum Resolution
{
    /// <summary>Samples of two or more runs a side: what differs from run to run is seen.</summary>
    Runs,

    /// <summary>Samples of one run on a side: what differs from run to run is only supposed, or learnt from earlier runs.</summary>
    Samples,

    /// <summary>One value a run, of which several tell how much runs differ.</summary>
    Summaries,

    /// <summary>Values whose noise nothing tells.</summary>
    Single,
}
