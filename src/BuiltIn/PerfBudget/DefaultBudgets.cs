using Gates.Formats.LoadResults;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>What may grow by 10 % where nobody says what may: a load test's p95, or every benchmark's median.</summary>
internal static class DefaultBudgets
{
    private const string Benchmark = "duration";
    private const string Growth = "+10%";

    /// <value>More benchmarks than these in one file are a suite whose owner should say what matters.</value>
    private const int MaxBenchmarks = 50;

    private static readonly string[] LoadTests = ["latency", "http_req_duration"];

    /// <value>From the best that a file may hold; wrk for one prints no p95.</value>
    private static readonly string[] OfLoadTests = ["p95", "p90", "p99", "med", "avg"];

    private static readonly string[] OfBenchmarks = ["med", "avg"];

    /// <value>Those of load tests, before it is known which of them a file has.</value>
    public static IReadOnlyList<Budget> All { get; } = [.. LoadTests.Select(metric => new Budget(MetricName.Parse(metric), Grow("p95")))];

    /// <summary>Those that the runs have numbers for; that of k6 when they have none.</summary>
    public static IReadOnlyList<Budget> Of(IReadOnlyList<LoadRun> runs)
    {
        var names = runs[0].Metrics.Keys;
        var name = LoadTests.Select(MetricName.Parse).FirstOrDefault(names.Contains);
        if (name is not null || Benchmarks(names) is not { Count: > 0 } benchmarks)
        {
            name ??= MetricName.Parse(LoadTests[^1]);
            return [new Budget(name, Grow(Best(runs, name, OfLoadTests)))];
        }

        return [.. benchmarks.Take(MaxBenchmarks).Select(benchmark => new Budget(benchmark, Grow(Best(runs, benchmark, OfBenchmarks))))];
    }

    /// <summary>Whether they are of benchmarks, which are short by nature.</summary>
    public static bool AreOfBenchmarks(IReadOnlyList<Budget> budgets) => budgets is [{ Metric.Metric: Benchmark }, ..];

    private static List<MetricName> Benchmarks(IEnumerable<MetricName> names)
    {
        var all = names.Where(name => name.Metric == Benchmark).OrderBy(name => name.ToString(), StringComparer.Ordinal).ToList();
        return all.Find(name => name.Tags.Count == 0) is { } only ? [only] : all;
    }

    private static string Best(IReadOnlyList<LoadRun> runs, MetricName name, string[] choices) => choices.FirstOrDefault(
        choice => runs.All(run => run.Metrics.GetValueOrDefault(name)?.Get(Grow(choice).Aggregation) is not null)) ?? choices[0];

    private static BudgetExpression Grow(string aggregation) => BudgetExpression.Parse($"{aggregation}: {Growth}");
}
