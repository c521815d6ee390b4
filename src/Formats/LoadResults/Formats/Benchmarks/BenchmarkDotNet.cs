using Gates.Formats.LoadResults.Formats.Tools;

namespace Gates.Formats.LoadResults.Formats.Benchmarks;

/// <summary>BenchmarkDotNet's full JSON: nanoseconds; each of <c>OriginalValues</c> is the mean of one iteration's operations.</summary>
internal sealed class BenchmarkDotNet : ILoadFormat
{
    private const double Milliseconds = 1e-6;

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (ToolJson.Of(input) is not { } root || !root.Has("HostEnvironmentInfo") || !root.Has("Benchmarks"))
        {
            return null;
        }

        var benchmarks = root.At("Benchmarks").Items().ToList();
        // A benchmark that failed has no statistics.
        LoadMetric[] metrics = [.. benchmarks.Where(one => one.Has("Statistics")).SelectMany(one => Metrics(one, input.Path))];
        return ToolMetrics.Run(input.Path, "BenchmarkDotNet report", ToolMetrics.WithOnly(metrics)) with
        {
            HasSamples = metrics.Length > 0 && metrics.All(metric => metric.Kind != MetricKind.Trend || metric.Samples is not null),
            ToolVersion = SummaryJson.Text(root.At("HostEnvironmentInfo").Node, "BenchmarkDotNetVersion"),
            Doubts = [.. benchmarks.Where(one => !one.Has("Statistics")).Select(one => $"{one.Text("FullName")} has no results; did it fail?")],
        };
    }

    private static IEnumerable<LoadMetric> Metrics(ToolJson benchmark, string path)
    {
        MetricName Name(string metric) => ToolMetrics.Tagged(metric, "name", benchmark.Text("FullName"), path);
        var statistics = benchmark.At("Statistics");
        double? Time(string key) => statistics.OptionalNumber(key) * Milliseconds;
        double[] values = statistics.Has("OriginalValues") ? [.. statistics.At("OriginalValues").Items().Select(value => value.Number() * Milliseconds)] : [];
        yield return values.Length > 0
            ? ToolMetrics.Samples(Name(ToolMetrics.Duration), path, values, isCounted: false)
            : ToolMetrics.Times(
                Name(ToolMetrics.Duration),
                path,
                null,
                (ToolMetrics.Avg, statistics.Number("Mean") * Milliseconds),
                (ToolMetrics.Med, Time("Median")),
                (ToolMetrics.Min, Time("Min")),
                (ToolMetrics.Max, Time("Max")),
                (ToolMetrics.Percent(95), statistics.At("Percentiles").OptionalNumber("P95") * Milliseconds));
        if (benchmark.At("Memory").OptionalNumber("BytesAllocatedPerOperation") is { } bytes)
        {
            yield return ToolMetrics.Gauge(Name("allocated_bytes"), bytes, isTime: false);
        }
    }
}
