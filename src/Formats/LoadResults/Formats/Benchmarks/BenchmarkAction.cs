using Gates.Formats.LoadResults.Formats.Tools;

namespace Gates.Formats.LoadResults.Formats.Benchmarks;

/// <summary>
/// github-action-benchmark's JSON: a list of <c>name</c>, <c>value</c> and <c>unit</c> as its custom tools take it, or its kept data, of which the last entry
/// of
/// every suite counts. A unit of time makes a <c>duration</c>; anything else is a <c>value</c> without one.
/// </summary>
internal sealed class BenchmarkAction : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        List<ToolJson> benches;
        if (input.JsonList is { } list)
        {
            benches = [.. new ToolJson(list, input.Path).Items()];
            if (benches.Count == 0 || !benches[0].Has("name") || !benches[0].Has("value") || !benches[0].Has("unit"))
            {
                return null;
            }
        }
        else if (ToolJson.Of(input) is { } root && root.Has("lastUpdate") && root.At("entries") is { IsObject: true } entries)
        {
            benches = [.. entries.Members().SelectMany(suite => suite.Value.Items().TakeLast(1)).SelectMany(entry => entry.At("benches").Items())];
        }
        else
        {
            return null;
        }

        return ToolMetrics.Run(input.Path, "benchmark-action data", ToolMetrics.WithOnly([.. benches.Select(bench => Metric(bench, input.Path))]));
    }

    private static LoadMetric Metric(ToolJson bench, string path)
    {
        var (name, value, unit) = (bench.Text("name"), bench.Number("value"), SummaryJson.Text(bench.Node, "unit") ?? "");
        return TimeUnit.Milliseconds(unit) is { } milliseconds
            ? ToolMetrics.Times(ToolMetrics.Tagged(ToolMetrics.Duration, "name", name, path), path, null, (ToolMetrics.Avg, value * milliseconds))
            : ToolMetrics.Gauge(ToolMetrics.Tagged("value", "name", name, path), value, isTime: false);
    }
}
