using System.Text.Json;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats;

/// <summary>What k6's three kinds of summary have in common.</summary>
internal static class SummaryJson
{
    public static string? Text(JsonElement node, string key) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static double? Number(JsonElement node, string key) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static MetricKind? Kind(JsonElement node) =>
        Enum.TryParse<MetricKind>(Text(node, "type"), ignoreCase: true, out var kind) ? kind : null;

    public static bool IsTime(JsonElement node) => Text(node, "contains") == "time";

    /// <summary>The numbers of a metric by what they are; keys that are no aggregation are left out.</summary>
    /// <exception cref="EvaluationException">A number cannot be.</exception>
    public static Dictionary<Aggregation, double> Values(JsonElement values, MetricKind kind, string path, string name, bool isTime)
    {
        var read = new Dictionary<Aggregation, double>();
        foreach (var (key, value) in Numbers(values))
        {
            if (!double.IsFinite(value) || (isTime && value < 0))
            {
                throw new EvaluationException(FormattableString.Invariant($"{path}: {value} is no value of {name} ({key})"));
            }

            // The legacy export calls a share `value`.
            if (Aggregation.TryParseKey(kind == MetricKind.Rate && key == "value" ? "rate" : key, out var aggregation) && aggregation.Fits(kind))
            {
                read[aggregation] = value;
            }
        }

        return read;
    }

    /// <summary>How many samples there were, where a summary tells.</summary>
    public static double? Count(JsonElement values, MetricKind kind) => kind switch
    {
        MetricKind.Trend => Number(values, "count"),
        MetricKind.Rate => Number(values, "total") ?? (Number(values, "passes") + Number(values, "fails")),
        _ => null,
    };

    /// <summary>The metrics by name; the first of two spellings of one name counts.</summary>
    public static Dictionary<MetricName, LoadMetric> ByName(IEnumerable<LoadMetric> metrics)
    {
        var byName = new Dictionary<MetricName, LoadMetric>();
        foreach (var metric in metrics)
        {
            byName.TryAdd(metric.Name, metric);
        }

        return byName;
    }

    /// <exception cref="EvaluationException">It is no name of a metric.</exception>
    public static MetricName Name(string name, string path)
    {
        try
        {
            return MetricName.Parse(name);
        }
        catch (FormatException e)
        {
            throw new EvaluationException($"{path}: a metric's name {e.Message}", e);
        }
    }

    private static IEnumerable<(string Key, double Value)> Numbers(JsonElement values) =>
        values.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.Number).Select(one => (one.Name, one.Value.GetDouble()));
}
