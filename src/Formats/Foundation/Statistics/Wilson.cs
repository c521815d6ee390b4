using MathNet.Numerics.Distributions;

namespace Gates.Formats.Foundation.Statistics;

/// <summary>Wilson's score interval for a share: it holds for small counts and for shares near 0 and 1, where the usual one does not.</summary>
internal static class Wilson
{
    /// <param name="hits">How many of the trials count.</param>
    /// <param name="trials">At least one.</param>
    /// <param name="confidence">Of the two-sided interval. Default: 0.95.</param>
    public static (double Low, double High) Interval(double hits, double trials, double confidence = 0.95)
    {
        var z = Normal.InvCDF(0, 1, 1 - ((1 - confidence) / 2));
        var share = hits / trials;
        var scale = 1 + (z * z / trials);
        var centre = (share + (z * z / (2 * trials))) / scale;
        var reach = z / scale * Math.Sqrt((share * (1 - share) / trials) + (z * z / (4 * trials * trials)));
        return (Math.Max(0, centre - reach), Math.Min(1, centre + reach));
    }
}
