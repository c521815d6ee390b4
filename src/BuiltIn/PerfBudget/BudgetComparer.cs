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

    /// <value>Earlier runs of the same test, which tell how much runs differ when nothing changes, and the trend.</value>
    public IReadOnlyList<EarlierRun> Earlier { get; init; } = [];

    public IReadOnlyList<BudgetFact> Compare(IReadOnlyList<LoadRun> baseline, IReadOnlyList<LoadRun> current, IReadOnlyList<Budget> budgets)
    {
        BudgetFact[] facts = [.. budgets.Select(budget => Compare(baseline, current, budget))];
        var compared = Enumerable.Range(0, facts.Length).Where(i => facts[i].Low is not null).ToList();
        var corrected = Holm.Correct([.. compared.Select(i => facts[i].Probability!.Value)]);
        for (var i = 0; i < compared.Count; i++)
        {
            facts[compared[i]] = facts[compared[i]] with { Probability = corrected[i] };
        }

        return facts;
    }

    /// <summary>The budgets that cannot hold or break, whatever the baseline is, because no run of now holds their number.</summary>
    public static IReadOnlyList<BudgetFact> Gaps(IReadOnlyList<LoadRun> current, IReadOnlyList<Budget> budgets) =>
        [.. budgets.Select(budget => Gap(current, budget, FactOf(budget), isNow: true)).OfType<BudgetFact>()];

    private BudgetFact Compare(IReadOnlyList<LoadRun> baseline, IReadOnlyList<LoadRun> current, Budget budget)
    {
        var (expression, fact) = (budget.Expression, FactOf(budget));
        if ((Gap(current, budget, fact, isNow: true) ?? Gap(baseline, budget, fact, isNow: false)) is { } gap)
        {
            return gap;
        }

        LoadMetric[] before = [.. baseline.Select(run => run.Metrics[budget.Metric])];
        LoadMetric[] after = [.. current.Select(run => run.Metrics[budget.Metric])];
        var isTime = after[0].IsTime && expression.Aggregation.Method != AggregationMethod.Rate;
        var history = new BudgetHistory(Earlier, budget);
        var (estimate, value) = BudgetEstimate.Of(before, after, expression.Aggregation, history.Variance);
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
            Probability = estimate.Error is null ? null : estimate.Probability,
            Detectable = estimate.Detectable(expression.IsUpperLimit),
            Resolution = estimate.Resolution.ToString().ToLowerInvariant(),
            Learnt = history.Variance.Freedom > 0 ? history.Learnt : null,
            Trend = history.Trend.Count > 0 ? history.Trend : null,
            SamplesNeeded = SamplesNeeded(expression.Aggregation),
            Floor = isTime ? floor : null,
        };
    }

    private static BudgetFact FactOf(Budget budget) =>
        new(budget.Metric.ToString(), budget.Expression.Aggregation.ToString(), budget.Expression.ToString())
        {
            Upper = budget.Expression.IsUpperLimit,
            Factor = budget.Expression.Factor,
        };

    /// <summary>Why a side has no number, if it has none. What no run of now holds is a mistake, and not for want of data.</summary>
    private static BudgetFact? Gap(IReadOnlyList<LoadRun> runs, Budget budget, BudgetFact fact, bool isNow)
    {
        var gaps = runs
            .Select(run => (Run: run, Outcome: ThresholdEvaluator.Evaluate(run, budget.Metric.ToString(), $"{budget.Expression.Aggregation} >= 0", null)))
            .Where(one => one.Outcome.Value is null)
            .ToList();
        if (gaps.Count == 0)
        {
            return null;
        }

        var (run, outcome) = gaps[0];
        var isMissing = outcome.Result is ThresholdResult.NoSamples || !run.Metrics.ContainsKey(budget.Metric);
        return fact with
        {
            Reason = $"{run.Path}: {outcome.Reason ?? "nothing was measured"}",
            Unmeasured = isNow && isMissing ? true : null,
            Absent = isNow && !isMissing && gaps.Count == runs.Count ? true : null,
        };
    }

    private static double? Samples(LoadMetric[] metrics) => metrics.All(metric => metric.Count is not null) ? metrics.Sum(metric => metric.Count) : null;

    private static int? SamplesNeeded(Aggregation aggregation) =>
        aggregation.Share is { } share ? (int)Math.Min(100_000, Math.Ceiling(Math.Round(Beyond / Math.Max(1e-9, Math.Min(share, 1 - share)), 6)))
        : aggregation.Method == AggregationMethod.Avg ? SamplesForMean
        : null;
}
