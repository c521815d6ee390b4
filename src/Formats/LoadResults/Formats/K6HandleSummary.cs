using System.Text.Json;

namespace Gates.Formats.LoadResults.Formats;

/// <summary>What k6 hands to <c>handleSummary</c>, written as JSON. People trim it, so everything but the metrics may be absent.</summary>
internal sealed class K6HandleSummary : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (input.Json is not { } root || !root.TryGetProperty("metrics", out var metrics) || metrics.ValueKind != JsonValueKind.Object
            || !metrics.EnumerateObject().Any(metric => metric.Value.ValueKind == JsonValueKind.Object && metric.Value.TryGetProperty("values", out _)))
        {
            return null;
        }

        return new LoadRun(input.Path, "k6 handleSummary")
        {
            Metrics = SummaryJson.ByName(metrics.EnumerateObject().Select(metric => Read(metric, input.Path)).OfType<LoadMetric>()),
            Declared = [.. metrics.EnumerateObject()
                .Where(metric => metric.Value.ValueKind == JsonValueKind.Object)
                .SelectMany(metric => K6Thresholds.Judged(metric.Value, metric.Name))],
            Doubts = PartialRun.Doubts(root),
            Seconds = root.TryGetProperty("state", out var state) ? SummaryJson.Number(state, "testRunDurationMs") / 1000 : null,
        };
    }

    private static LoadMetric? Read(JsonProperty metric, string path)
    {
        if (metric.Value.ValueKind != JsonValueKind.Object || SummaryJson.Kind(metric.Value) is not { } kind
            || !metric.Value.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var isTime = SummaryJson.IsTime(metric.Value);
        return new LoadMetric(SummaryJson.Name(metric.Name, path), kind)
        {
            Values = SummaryJson.Values(values, kind, path, metric.Name, isTime),
            Count = SummaryJson.Count(values, kind),
            IsTime = isTime,
        };
    }
}
