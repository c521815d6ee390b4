using MathNet.Numerics.Distributions;

namespace Gates.Formats.Foundation.Statistics;

/// <summary>How much larger the current value is than the baseline's, and how sure that is.</summary>
/// <param name="Ratio">Current over baseline.</param>
/// <param name="Low">Lower end of the 95 % interval; <see langword="null"/> without one.</param>
/// <param name="High">Upper end of the 95 % interval; <see langword="null"/> without one.</param>
/// <param name="Probability">Two-sided p-value of "nothing changed"; 1 without an interval.</param>
/// <param name="Resolution">What the interval was made from.</param>
internal sealed record RatioEstimate(double Ratio, double? Low, double? High, double Probability, Resolution Resolution)
{
    /// <value>The smallest change, as a share, that such data would show four times in five.</value>
    public double? DetectableChange => Low is not { } low || High is not { } high
        ? null
        : Math.Exp((Normal.InvCDF(0, 1, 0.975) + Normal.InvCDF(0, 1, 0.8)) * (Math.Log(high) - Math.Log(low)) / (2 * Normal.InvCDF(0, 1, 0.975))) - 1;
}

/// <summary>What an interval was made from, from the best to the weakest.</summary>
internal enum Resolution
{
    /// <summary>At least three runs a side with their samples: runs are drawn, then samples within them.</summary>
    Runs,

    /// <summary>Samples of fewer than three runs a side: only samples are drawn, so what differs from run to run is not seen.</summary>
    Samples,

    /// <summary>One value a run, at least two runs a side.</summary>
    Summaries,

    /// <summary>One value a side: there is no interval.</summary>
    Single,
}
