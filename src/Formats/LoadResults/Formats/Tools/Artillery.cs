namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>
/// Artillery's report (<c>--output</c>, version 2): counters and summaries in milliseconds; a request without an answer is an <c>errors.*</c> counter.
/// </summary>
internal sealed class Artillery : ILoadFormat
{
    private const string Endpoint = "plugins.metrics-by-endpoint.response_time.";
    private const string Main = "http.response_time";

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (ToolJson.Of(input) is not { } root || !root.At("aggregate").Has("counters"))
        {
            return null;
        }

        var aggregate = root.At("aggregate");
        double Count(Func<string, bool> which) => aggregate.At("counters").Members().Where(one => which(one.Key)).Sum(one => one.Value.Number());
        var requests = Count(key => key == "http.requests");
        var good = Count(key => key.StartsWith("http.codes.2", StringComparison.Ordinal) || key.StartsWith("http.codes.3", StringComparison.Ordinal));
        var seconds = (aggregate.OptionalNumber("lastMetricAt") - aggregate.OptionalNumber("firstMetricAt")) / 1000;
        var times = aggregate.At("summaries").Members()
            .Where(one => one.Key == Main || one.Key.StartsWith(Endpoint, StringComparison.Ordinal))
            .Select(one => Times(one.Value, one.Key));
        return ToolMetrics.Run(input.Path, "Artillery report", [
            .. times,
            ToolMetrics.Counter(MetricName.Parse(ToolMetrics.Requests), requests, seconds > 0 ? requests / seconds : null),
            ToolMetrics.Share(MetricName.Parse(ToolMetrics.Failed), Math.Max(0, requests - good), requests),
        ]) with
        { Seconds = seconds > 0 ? seconds : null };
    }

    private static LoadMetric Times(ToolJson summary, string key)
    {
        var name = key == Main ? MetricName.Parse(ToolMetrics.Latency) : ToolMetrics.Tagged(ToolMetrics.Latency, "name", key[Endpoint.Length..], summary.Path);
        (Aggregation, string)[] keys =
        [
            (ToolMetrics.Min, "min"), (ToolMetrics.Max, "max"), (ToolMetrics.Avg, "mean"), (ToolMetrics.Percent(50), "p50"), (ToolMetrics.Percent(75), "p75"),
            (ToolMetrics.Percent(90), "p90"), (ToolMetrics.Percent(95), "p95"), (ToolMetrics.Percent(99), "p99"), (ToolMetrics.Percent(99.9), "p999"),
        ];
        return ToolMetrics.Times(name, summary.Path, summary.OptionalNumber("count"), keys.Select(one => (one.Item1, summary.OptionalNumber(one.Item2))));
    }
}
