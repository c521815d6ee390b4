namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>vegeta's <c>report -type=json</c>: times are nanoseconds, <c>success</c> is a share.</summary>
internal sealed class VegetaReport : ILoadFormat
{
    private const double Nanoseconds = 1e6;

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (ToolJson.Of(input) is not { } root || !root.Has("latencies") || !root.Has("status_codes") || !root.Has("success"))
        {
            return null;
        }

        var (latencies, requests) = (root.At("latencies"), root.Number("requests"));
        double? Time(string key) => latencies.OptionalNumber(key) / Nanoseconds;
        (Aggregation, double?)[] times =
        [
            (ToolMetrics.Avg, latencies.Number("mean") / Nanoseconds), (ToolMetrics.Min, Time("min")), (ToolMetrics.Max, Time("max")),
            (ToolMetrics.Percent(50), Time("50th")), (ToolMetrics.Percent(90), Time("90th")), (ToolMetrics.Percent(95), Time("95th")),
            (ToolMetrics.Percent(99), Time("99th")),
        ];
        return ToolMetrics.Run(input.Path, "vegeta report", [
            ToolMetrics.Times(MetricName.Parse(ToolMetrics.Latency), input.Path, requests, times),
            ToolMetrics.Counter(MetricName.Parse(ToolMetrics.Requests), requests, root.OptionalNumber("rate")),
            ToolMetrics.Share(MetricName.Parse(ToolMetrics.Failed), (1 - root.Number("success")) * requests, requests),
        ]) with
        { Seconds = root.OptionalNumber("duration") / 1e9 };
    }
}
