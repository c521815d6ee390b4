namespace Gates.Formats.Foundation.Statistics;

/// <summary>
/// Compares two sides by the values of their runs. Three runs a side say little of how much runs differ, so what they say is held together with what is known
/// beforehand: from earlier runs, and else from the noise of the samples and a small difference between runs (a moderated t test; Smyth 2004,
/// doi 10.2202/1544-6115.1027).
/// </summary>
internal static class RunRatio
{
    /// <value>How much runs are supposed to differ beyond their samples' noise, as a standard deviation of the logarithm.</value>
    private const double Supposed = 0.02;

    /// <value>How many degrees of freedom the supposition is worth; knowledge from earlier runs takes its place.</value>
    private const double SupposedFreedom = 8;

    /// <summary>Values that repeat to the last digit are one measurement seen twice, and say nothing of noise.</summary>
    private const double Nothing = 1e-18;

    /// <summary>Of runs whose samples are known.</summary>
    /// <param name="ratio">Of all samples of a side together.</param>
    /// <param name="baseline">One positive value for each run.</param>
    /// <param name="current">One positive value for each run.</param>
    /// <param name="sampling">The variance of the logarithm of one run's value by its samples alone.</param>
    /// <param name="learnt">What earlier runs say.</param>
    public static RatioEstimate OfSamples(double ratio, double[] baseline, double[] current, double sampling, RunVariance learnt)
    {
        var supposed = new RunVariance(sampling + (Supposed * Supposed), Math.Max(0, SupposedFreedom - learnt.Freedom));
        var seen = Seen(baseline, current).With(learnt).With(supposed);
        var resolution = Math.Min(baseline.Length, current.Length) > 1 ? Resolution.Runs : Resolution.Samples;
        return new RatioEstimate(ratio, Error(Math.Max(seen.Variance, sampling), baseline, current), seen.Freedom, resolution);
    }

    /// <summary>Of one value a run; the ratio is that of their geometric means.</summary>
    /// <param name="baseline">One positive value for each run.</param>
    /// <param name="current">One positive value for each run.</param>
    /// <param name="learnt">What earlier runs say.</param>
    public static RatioEstimate OfValues(double[] baseline, double[] current, RunVariance learnt)
    {
        var ratio = Math.Exp(RunVariance.Logarithms(current).Average() - RunVariance.Logarithms(baseline).Average());
        var seen = Seen(baseline, current);
        if (seen.Freedom > 0 && seen.Variance < Nothing)
        {
            return new RatioEstimate(ratio, null, 0, Resolution.Single);
        }

        var all = seen.With(learnt);
        return all.Freedom < 2 || all.Variance < Nothing
            ? new RatioEstimate(ratio, null, 0, Resolution.Single)
            : new RatioEstimate(ratio, Error(all.Variance, baseline, current), all.Freedom, Resolution.Summaries);
    }

    private static RunVariance Seen(double[] baseline, double[] current)
    {
        double freedom = baseline.Length + current.Length - 2;
        return freedom == 0
            ? default
            : new RunVariance((RunVariance.Spread(RunVariance.Logarithms(baseline)) + RunVariance.Spread(RunVariance.Logarithms(current))) / freedom, freedom);
    }

    private static double Error(double variance, double[] baseline, double[] current) =>
        Math.Sqrt(variance * ((1.0 / baseline.Length) + (1.0 / current.Length)));
}
