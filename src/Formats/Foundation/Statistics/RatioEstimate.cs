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
