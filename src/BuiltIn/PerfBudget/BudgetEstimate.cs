using Gates.Formats.Foundation.Statistics;
using Gates.Formats.LoadResults;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>Estimates how much a number changed, from the best that the files hold of it.</summary>
internal static class BudgetEstimate
{
    /// <returns>The change, and the current value; no change when a value is not above 0.</returns>
    public static (RatioEstimate? Estimate, double Value) Of(LoadMetric[] before, LoadMetric[] after, Aggregation aggregation, RunVariance learnt)
    {
        var drawn = aggregation.Share is not null || aggregation.Method == AggregationMethod.Avg;
        if (drawn && before.Concat(after).All(metric => metric.Samples is { Length: > 0 }))
        {
            return OfSamples(RunsOf(before), RunsOf(after), aggregation.Share, learnt);
        }

        double[] values = [.. before.Select(metric => metric.Get(aggregation)!.Value)];
        double[] current = [.. after.Select(metric => metric.Get(aggregation)!.Value)];
        return values.Concat(current).Any(value => value <= 0)
            ? (null, 0)
            : (RunRatio.OfValues(values, current, learnt), Math.Exp(current.Average(Math.Log)));
    }

    private static (RatioEstimate? Estimate, double Value) OfSamples(SampleRuns before, SampleRuns after, double? share, RunVariance learnt)
    {
        var (old, now) = (before.Whole(share), after.Whole(share));
        var (one, other) = (before.Each(share), after.Each(share));
        if (one.Concat(other).Append(old).Append(now).Any(value => value <= 0))
        {
            return (null, 0);
        }

        var sampling = (RunBootstrap.Variance(before, share) + RunBootstrap.Variance(after, share)) / 2;
        return (RunRatio.OfSamples(now / old, one, other, sampling, learnt), now);
    }

    private static SampleRuns RunsOf(LoadMetric[] metrics) => new([.. metrics.Select(metric => metric.Samples!)]);
}
