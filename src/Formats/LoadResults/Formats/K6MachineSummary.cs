using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gates.Formats.LoadResults.Formats;

/// <summary>k6's <c>--new-machine-readable-summary</c>. It holds no thresholds; the script's source, which it does hold, is digested and dropped.</summary>
internal sealed class K6MachineSummary : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (input.Json is not { } root || !root.TryGetProperty("results", out var results) || results.ValueKind != JsonValueKind.Object
            || !results.TryGetProperty("metrics", out var metrics) || metrics.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var config = root.TryGetProperty("config", out var found) ? found : default;
        var metadata = root.TryGetProperty("metadata", out found) ? found : default;
        var checks = results.TryGetProperty("checks", out found)
            && found.ValueKind == JsonValueKind.Object
            && found.TryGetProperty("metrics", out found)
            && found.ValueKind == JsonValueKind.Array
            ? found.EnumerateArray().AsEnumerable()
            : [];
        var seconds = SummaryJson.Number(config, "duration");
        return new LoadRun(input.Path, "k6 machine-readable summary")
        {
            Metrics = SummaryJson.ByName(metrics.EnumerateArray().Concat(checks).Select(metric => Read(metric, input.Path, seconds)).OfType<LoadMetric>()),
            Doubts = PartialRun.Doubts(root),
            Seconds = seconds,
            ToolVersion = SummaryJson.Text(metadata, "k6_version") ?? SummaryJson.Text(metadata, "k6Version"),
            ScriptDigest = SummaryJson.Text(config, "script") is { Length: > 0 } script
                ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)))
                : null,
        };
    }

    private static LoadMetric? Read(JsonElement metric, string path, double? seconds)
    {
        if (SummaryJson.Text(metric, "name") is not { } name || SummaryJson.Kind(metric) is not { } kind
            || !metric.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var isTime = SummaryJson.IsTime(metric);
        var numbers = SummaryJson.Values(values, kind, path, name, isTime);
        if (kind == MetricKind.Counter && seconds > 0 && numbers.TryGetValue(new Aggregation(AggregationMethod.Count), out var count))
        {
            numbers.TryAdd(new Aggregation(AggregationMethod.Rate), count / seconds.Value);
        }

        return new LoadMetric(SummaryJson.Name(name, path), kind)
        {
            Values = numbers,
            Count = SummaryJson.Count(values, kind),
            IsTime = isTime,
        };
    }
}
