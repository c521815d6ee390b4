using MathNet.Numerics.Random;

namespace Gates.Formats.Foundation.Statistics;

/// <summary>
/// Compares two sides by drawing them again: whole runs first where there are three or more, because runs differ by more than their
/// samples show, then samples within the runs drawn. The seed is fixed, so that the same files give the same interval.
/// </summary>
internal sealed class RunBootstrap(SampleRuns baseline, SampleRuns current, int draws)
{
    /// <value>Runs a side from which runs are drawn as well.</value>
    public const int RunsNeeded = 3;

    /// <value>Draws for one comparison.</value>
    public const int DefaultDraws = 2_000;

    private const int Seed = 20_261_122;

    /// <param name="share">The percentile, from 0 to 1; <see langword="null"/> for the mean.</param>
    /// <returns><see langword="null"/> when a side is zero or negative, so that there is no ratio.</returns>
    public RatioEstimate? Compare(double? share)
    {
        var (before, after) = (baseline.Whole(share), current.Whole(share));
        if (before <= 0 || after <= 0)
        {
            return null;
        }

        var byRun = baseline.Count >= RunsNeeded && current.Count >= RunsNeeded;
        var random = new Xoshiro256StarStar(Seed);
        var changes = new double[draws];
        for (var i = 0; i < draws; i++)
        {
            changes[i] = Math.Log(Draw(current, share, byRun, random) / Draw(baseline, share, byRun, random));
        }

        Array.Sort(changes);
        var below = changes.Count(change => change <= 0);
        var rarer = Math.Min(below, changes.Count(change => change >= 0));
        return new RatioEstimate(
            after / before,
            Math.Exp(Percentile.Of(changes, 0.025)),
            Math.Exp(Percentile.Of(changes, 0.975)),
            Math.Min(1, 2.0 * (rarer + 1) / (draws + 1)),
            byRun ? Resolution.Runs : Resolution.Samples);
    }

    private static double Draw(SampleRuns side, double? share, bool byRun, Random random)
    {
        var weights = new int[side.Count];
        for (var i = 0; i < weights.Length; i++)
        {
#pragma warning disable CA5394 // Random is an insecure random number generator: nothing is secret here, and the same files must give the same interval
            weights[byRun ? random.Next(weights.Length) : i]++;
#pragma warning restore CA5394
        }

        return Math.Max(double.Epsilon, share is { } percentile ? side.DrawPercentile(weights, percentile, random) : side.DrawMean(weights, random));
    }
}
