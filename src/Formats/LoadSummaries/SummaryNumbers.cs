using System.Text.Json;
using Gates.Formats.LoadResults;

namespace Gates.Formats.LoadSummaries;

/// <summary>A metric's numbers under the names that k6 has for them.</summary>
internal static class SummaryNumbers
{
    /// <param name="metric">The metric.</param>
    /// <param name="statistics">The numbers of a trend.</param>
    public static IEnumerable<(string Key, double Value)> Of(LoadMetric metric, IReadOnlyList<string> statistics)
    {
        double Get(AggregationMethod method) => metric.Get(new Aggregation(method)) ?? 0;
        var count = metric.Count ?? 0;
        return metric.Kind switch
        {
            MetricKind.Counter => [("count", Get(AggregationMethod.Count)), ("rate", Get(AggregationMethod.Rate))],
            MetricKind.Gauge => metric.Values.Select(value => (value.Key.ToString(), value.Value)),
            MetricKind.Rate => [("rate", Get(AggregationMethod.Rate)), ("passes", Passes(metric)), ("fails", count - Passes(metric))],
            _ => statistics.Select(name => (name, name == "count" ? count : Aggregation.TryParse(name, out var one) ? metric.Get(one) ?? 0 : 0)),
        };
    }

    /// <summary>How often a rate's sample was not 0.</summary>
    public static double Passes(LoadMetric metric) => Math.Round((metric.Get(new Aggregation(AggregationMethod.Rate)) ?? 0) * (metric.Count ?? 0));

    public static void Write(Utf8JsonWriter json, IEnumerable<(string Key, double Value)> numbers)
    {
        foreach (var (key, value) in numbers)
        {
            json.WriteNumber(key, value);
        }
    }
}
