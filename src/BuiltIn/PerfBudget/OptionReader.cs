using Gates.Formats.Foundation;
using Gates.Formats.LoadResults;
using Gates.Policies;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>Reads the limits and budgets that the settings hold as text.</summary>
internal static class OptionReader
{
    /// <exception cref="UsageException">A metric or a limit cannot be read; the message names the key and the value.</exception>
    public static IReadOnlyList<Limit> Limits(IReadOnlyDictionary<string, IReadOnlyList<string>> thresholds) =>
        Read(thresholds, "thresholds", (metric, text) => new Limit(metric, ThresholdExpression.Parse(text), Severity.Error, "the settings", []));

    /// <exception cref="UsageException">A metric or a budget cannot be read; the message names the key and the value.</exception>
    public static IReadOnlyList<Budget> Budgets(IReadOnlyDictionary<string, IReadOnlyList<string>> budgets) =>
        Read(budgets, "budgets", (metric, text) => new Budget(metric, BudgetExpression.Parse(text)));

    private static List<T> Read<T>(IReadOnlyDictionary<string, IReadOnlyList<string>> map, string option, Func<MetricName, string, T> read)
    {
        var all = new List<T>();
        foreach (var (name, texts) in map)
        {
            var metric = Try(() => MetricName.Parse(name), $"{option}: \"{name}\"");
            all.AddRange(texts.Select(text => Try(() => read(metric, text), $"{option}.{name}: \"{text}\"")));
        }

        return all;
    }

    private static T Try<T>(Func<T> read, string place)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw new UsageException($"perf-budget: {place} {e.Message}");
        }
    }
}
