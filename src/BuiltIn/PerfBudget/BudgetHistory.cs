using Gates.BuiltIn.PerfBudget.Facts;
using Gates.Formats.Foundation.Statistics;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>What earlier runs say of a budget's number.</summary>
internal sealed class BudgetHistory
{
    /// <param name="runs">The runs, from the oldest.</param>
    /// <param name="budget">The budget.</param>
    public BudgetHistory(IReadOnlyList<EarlierRun> runs, Budget budget)
    {
        var known = runs
            .Select(one => (Earlier: one, Value: one.Run.Metrics.GetValueOrDefault(budget.Metric)?.Get(budget.Expression.Aggregation)))
            .Where(one => one.Value is > 0)
            .ToList();
        Trend = [.. known.Select(one => new TrendFact(one.Earlier.Origin.Commit, one.Earlier.Origin.Logged, one.Value!.Value))];
        var others = known.Where(one => !one.Earlier.IsBaseline).ToList();
        Learnt = others.Count;
        Variance = RunVariance.Learn([.. others
            .GroupBy(one => one.Earlier.Origin.Commit, StringComparer.Ordinal)
            .Select(same => same.Select(one => one.Value!.Value).ToArray())]);
    }

    /// <value>How much runs differ when nothing changes; the baseline's own runs say that for themselves.</value>
    public RunVariance Variance { get; }

    /// <value>How many runs said so.</value>
    public int Learnt { get; }

    /// <value>The number in each run, from the oldest.</value>
    public IReadOnlyList<TrendFact> Trend { get; }
}
