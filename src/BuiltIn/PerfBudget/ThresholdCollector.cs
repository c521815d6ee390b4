using Gates.BuiltIn.PerfBudget.Facts;
using Gates.Formats.LoadResults;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>Evaluates every threshold on every run that it applies to: those of the test on its own run, the others on all.</summary>
internal static class ThresholdCollector
{
    public static IReadOnlyList<ThresholdFact> Collect(IReadOnlyList<LoadRun> runs, IReadOnlyList<Limit> limits) =>
    [
        .. from run in runs
           from declared in run.Declared ?? []
           group ThresholdEvaluator.Evaluate(run, declared.Metric, declared.Expression, declared.Held) by (declared.Metric, declared.Expression) into same
           select Fact(same.Key.Metric, same.Key.Expression, "error", "the load test", [], same),
        .. from limit in limits
           let metric = limit.Metric.ToString()
           let expression = limit.Expression.ToString()
           select Fact(
               metric,
               expression,
               limit.Severity.ToString().ToLowerInvariant(),
               limit.From,
               limit.Replaced,
               runs.Select(run => ThresholdEvaluator.Evaluate(run, metric, expression, null))),
    ];

    private static ThresholdFact Fact(
        string metric,
        string expression,
        string severity,
        string from,
        IReadOnlyList<string> replaced,
        IEnumerable<ThresholdOutcome> outcomes) =>
        new(metric, AggregationOf(expression), expression, severity, from, replaced,
            [.. outcomes.Select(one => new ResultFact(one.Run, Word(one.Result), one.Value, one.Unit, one.Reason, one.Stated))]);

    private static string? AggregationOf(string expression)
    {
        try
        {
            return ThresholdExpression.Parse(expression).Aggregation.ToString();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Word(ThresholdResult result) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(result.ToString());
}
