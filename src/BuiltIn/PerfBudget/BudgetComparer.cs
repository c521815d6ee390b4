using Gates.BuiltIn.PerfBudget.Facts;
using Gates.Formats.Foundation.Statistics;
using Gates.Formats.LoadResults;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>Compares the current runs with the baseline's, budget by budget, and corrects for how many budgets there are.</summary>
/// <param name="floor">The difference in milliseconds that is not held against a budget.</param>
internal sealed class BudgetComparer(double floor)
{
    /// <value>Samples beyond a percentile, without which it is nearly the largest sample.</value>
    private const int Beyond = 5;

    private const int SamplesForMean = 30;

    public IReadOnlyList<BudgetFact> Compare(IReadOnlyList<LoadRun> baseline, IReadOnlyList<LoadRun> current, IReadOnlyList<Budget> budgets)
    {
        // The smallest possible p-value must survive the correction.
        var draws = Math.Max(RunBootstrap.DefaultDraws, 80 * budgets.Count);
        BudgetFact[] facts = [.. budgets.Select(budget => Compare(baseline, current, budget, draws))];
        var compared = Enumerable.Range(0, facts.Length).Where(i => facts[i].Low is not null).ToList();
        var corrected = Holm.Correct([.. compared.Select(i => facts[i].Probability!.Value)]);
        for (var i = 0; i < compared.Count; i++)
        {
            facts[compared[i]] = facts[compared[i]] with { Probability = corrected[i] };
        }

        return facts;
    }

    private BudgetFact Compare(IReadOnlyList<LoadRun> baseline, IReadOnlyList<LoadRun> current, Budget budget, int draws)
    {
        var expression = budget.Expression;
        var fact = new BudgetFact(budget.Metric.ToString(), expression.Aggregation.ToString(), expression.ToString()) { Upper = expression.IsUpperLimit, Factor = expression.Factor };
        if (current.Any(run => !run.Metrics.ContainsKey(budget.Metric)))
        {
            return fact with { Reason = WhyNot(current, budget), Unmeasured = true };
        }

        if ((WhyNot(baseline, budget) ?? WhyNot(current, budget)) is { } reason)
        {
            return fact with { Reason = reason };
        }

        LoadMetric[] before = [.. baseline.Select(run => run.Metrics[budget.Metric])];
        LoadMetric[] after = [.. current.Select(run => run.Metrics[budget.Metric])];
        var isTime = after[0].IsTime && expression.Aggregation.Method != AggregationMethod.Rate;
        var (estimate, value) = Estimate(before, after, expression.Aggregation, draws);
        if (estimate is null)
        {
            return fact with { Reason = "the baseline or the current value is 0, of which no ratio can be taken; set an absolute limit under `thresholds`" };
        }

        return fact with
        {
            Unit = isTime ? "ms" : null,
            Baseline = new SideFact(value / estimate.Ratio, before.Length, Samples(before)),
            Current = new SideFact(value, after.Length, Samples(after)),
            Ratio = estimate.Ratio,
            Holds = expression.Holds(estimate.Ratio, 1),
            Low = estimate.Low,
            High = estimate.High,
            Probability = estimate.Probability,
            Detectable = estimate.DetectableChange,
            Resolution = estimate.Resolution.ToString().ToLowerInvariant(),
            SamplesNeeded = SamplesNeeded(expression.Aggregation),
            Floor = isTime ? floor : null,
        };
    }

    private static string? WhyNot(IReadOnlyList<LoadRun> runs, Budget budget) => runs
        .Select(run => (run.Path, Outcome: ThresholdEvaluator.Evaluate(run, budget.Metric.ToString(), $"{budget.Expression.Aggregation} >= 0", null)))
        .Where(one => one.Outcome.Value is null)
        .Select(one => $"{one.Path}: {one.Outcome.Reason ?? "nothing was measured"}")
        .FirstOrDefault();

    private static (RatioEstimate? Estimate, double Value) Estimate(LoadMetric[] before, LoadMetric[] after, Aggregation aggregation, int draws)
    {
        var drawn = aggregation.Share is not null || aggregation.Method == AggregationMethod.Avg;
        if (drawn && before.Concat(after).All(metric => metric.Samples is { Length: > 0 }))
        {
            var (old, now) = (new SampleRuns([.. before.Select(metric => metric.Samples!)]), new SampleRuns([.. after.Select(metric => metric.Samples!)]));
            var estimate = new RunBootstrap(old, now, draws).Compare(aggregation.Share);
            return (estimate, now.Whole(aggregation.Share));
        }

        double[] values = [.. before.Select(metric => metric.Get(aggregation)!.Value)];
        double[] current = [.. after.Select(metric => metric.Get(aggregation)!.Value)];
        return values.Concat(current).Any(value => value <= 0)
            ? (null, 0)
            : (WelchRatio.Of(values, current), Math.Exp(current.Average(value => Math.Log(value))));
    }

    private static double? Samples(LoadMetric[] metrics) => metrics.All(metric => metric.Count is not null) ? metrics.Sum(metric => metric.Count) : null;

    private static int? SamplesNeeded(Aggregation aggregation) =>
        aggregation.Share is { } share ? (int)Math.Min(100_000, Math.Ceiling(Math.Round(Beyond / Math.Max(1e-9, Math.Min(share, 1 - share)), 6)))
        : aggregation.Method == AggregationMethod.Avg ? SamplesForMean
        : null;
}
