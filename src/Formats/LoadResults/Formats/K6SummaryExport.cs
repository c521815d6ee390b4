using System.Text.Json;

namespace Gates.Formats.LoadResults.Formats;

/// <summary>k6's legacy <c>--summary-export</c>: a metric's numbers stand beside its thresholds, and nothing names its kind.</summary>
internal sealed class K6SummaryExport : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (input.Json is not { } root || !root.TryGetProperty("metrics", out var metrics) || metrics.ValueKind != JsonValueKind.Object
            || metrics.EnumerateObject().Any(metric => metric.Value.ValueKind != JsonValueKind.Object || metric.Value.TryGetProperty("values", out _)))
        {
            return null;
        }

        var read = SummaryJson.ByName(metrics.EnumerateObject().Select(metric => Read(metric, input.Path)).OfType<LoadMetric>());
        return new LoadRun(input.Path, "k6 summary export")
        {
            Metrics = read,
            Declared = [.. metrics.EnumerateObject().SelectMany(metric => K6Thresholds.Judged(metric.Value, metric.Name))],
            Doubts = PartialRun.Doubts(root),
            Seconds = Seconds(read.Values),
        };
    }

    private static LoadMetric? Read(JsonProperty metric, string path)
    {
        if (KindOf(metric.Value) is not { } kind)
        {
            return null;
        }

        var name = SummaryJson.Name(metric.Name, path);
        var isTime = K6Metrics.Find(name.Metric)?.IsTime ?? false;
        return new LoadMetric(name, kind)
        {
            Values = SummaryJson.Values(metric.Value, kind, path, metric.Name, isTime),
            Count = SummaryJson.Count(metric.Value, kind),
            IsTime = isTime,
        };
    }

    private static MetricKind? KindOf(JsonElement metric)
    {
        bool Has(string key) => metric.TryGetProperty(key, out _);
        return Has("passes") && Has("fails") ? MetricKind.Rate
            : Has("value") ? MetricKind.Gauge
            : Has("count") && Has("rate") ? MetricKind.Counter
            : metric.EnumerateObject().Any(one => Aggregation.TryParse(one.Name, out var aggregation) && aggregation.Fits(MetricKind.Trend)) ? MetricKind.Trend
            : null;
    }

    /// <summary>The file does not say how long the run was, but every counter was divided by it.</summary>
    private static double? Seconds(IEnumerable<LoadMetric> metrics) => metrics
        .Where(metric => metric.Kind == MetricKind.Counter)
        .Select(metric => metric.Get(new Aggregation(AggregationMethod.Count)) / metric.Get(new Aggregation(AggregationMethod.Rate)))
        .FirstOrDefault(seconds => seconds is > 0 && double.IsFinite(seconds.Value));
}
