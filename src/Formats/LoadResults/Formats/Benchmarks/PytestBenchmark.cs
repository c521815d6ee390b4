using Gates.Formats.LoadResults.Formats.Tools;

namespace Gates.Formats.LoadResults.Formats.Benchmarks;

/// <summary>pytest-benchmark's <c>--benchmark-json</c>: seconds; <c>data</c> has every round when <c>--benchmark-save-data</c> asked for it.</summary>
internal sealed class PytestBenchmark : ILoadFormat
{
    private const double Milliseconds = 1_000;

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (ToolJson.Of(input) is not { } root || !root.Has("machine_info") || !root.Has("benchmarks"))
        {
            return null;
        }

        LoadMetric[] metrics = [.. root.At("benchmarks").Items().Select(benchmark => Times(benchmark, input.Path))];
        return ToolMetrics.Run(input.Path, "pytest-benchmark report", ToolMetrics.WithOnly(metrics)) with
        {
            HasSamples = metrics.Length > 0 && metrics.All(metric => metric.Samples is not null),
            ToolVersion = SummaryJson.Text(root.Node, "version"),
        };
    }

    private static LoadMetric Times(ToolJson benchmark, string path)
    {
        var name = ToolMetrics.Tagged(ToolMetrics.Duration, "name", benchmark.Text("fullname"), path);
        var stats = benchmark.At("stats");
        if (stats.Has("data") && stats.At("data").Items().Any())
        {
            return ToolMetrics.Samples(name, path, stats.At("data").Items().Select(round => round.Number() * Milliseconds), isCounted: false);
        }

        (Aggregation, double?)[] times =
        [
            (ToolMetrics.Avg, stats.Number("mean") * Milliseconds), (ToolMetrics.Med, stats.OptionalNumber("median") * Milliseconds),
            (ToolMetrics.Min, stats.OptionalNumber("min") * Milliseconds), (ToolMetrics.Max, stats.OptionalNumber("max") * Milliseconds),
        ];
        return ToolMetrics.Times(name, path, null, times);
    }
}
