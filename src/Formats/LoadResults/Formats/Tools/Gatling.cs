namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>
/// Gatling's report, <c>js/stats.json</c> or <c>js/global_stats.json</c>: milliseconds of all requests, good and bad. Its four percentiles are 50, 75, 95 and
/// 99
/// unless gatling.conf says otherwise, which the file does not tell.
/// </summary>
internal sealed class Gatling : ILoadFormat
{
    private static readonly double[] Percentiles = [50, 75, 95, 99];

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (ToolJson.Of(input) is not { } root)
        {
            return null;
        }

        IEnumerable<LoadMetric>? metrics = root.Has("numberOfRequests") && root.Has("percentiles1") ? Metrics(root, null)
            : root.Has("stats") && root.At("stats").Has("numberOfRequests") ? [.. Metrics(root.At("stats"), null), .. Below(root, "")]
            : null;
        return metrics is null ? null : ToolMetrics.Run(input.Path, "Gatling statistics", metrics);
    }

    private static IEnumerable<LoadMetric> Below(ToolJson group, string prefix)
    {
        foreach (var (_, entry) in group.At("contents").Members())
        {
            var name = prefix + entry.Text("name");
            foreach (var metric in Metrics(entry.At("stats"), name).Concat(Below(entry, name + " / ")))
            {
                yield return metric;
            }
        }
    }

    private static IEnumerable<LoadMetric> Metrics(ToolJson stats, string? name)
    {
        MetricName Name(string metric) => name is null ? MetricName.Parse(metric) : ToolMetrics.Tagged(metric, "name", name, stats.Path);
        var count = stats.At("numberOfRequests").Number("total");
        if (count > 0)
        {
            double? Total(string key) => stats.Has(key) ? stats.At(key).Number("total") : null;
            (Aggregation, double?)[] times =
            [
                (ToolMetrics.Min, Total("minResponseTime")), (ToolMetrics.Max, Total("maxResponseTime")), (ToolMetrics.Avg, Total("meanResponseTime")),
                .. Percentiles.Select((percent, i) => (ToolMetrics.Percent(percent), Total(FormattableString.Invariant($"percentiles{i + 1}")))),
            ];
            yield return ToolMetrics.Times(Name(ToolMetrics.Latency), stats.Path, count, times);
        }

        yield return ToolMetrics.Counter(Name(ToolMetrics.Requests), count, stats.Has("meanNumberOfRequestsPerSecond")
            ? stats.At("meanNumberOfRequestsPerSecond").Number("total")
            : null);
        yield return ToolMetrics.Share(Name(ToolMetrics.Failed), stats.At("numberOfRequests").Number("ko"), count);
    }
}
