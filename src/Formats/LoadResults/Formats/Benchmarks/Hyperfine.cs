using Gates.Formats.LoadResults.Formats.Tools;

namespace Gates.Formats.LoadResults.Formats.Benchmarks;

/// <summary>hyperfine's <c>--export-json</c>: seconds, with every run of a command under <c>times</c>.</summary>
internal sealed class Hyperfine : ILoadFormat
{
    private const double Milliseconds = 1_000;

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (ToolJson.Of(input) is not { } root || root.At("results") is not { Node.ValueKind: System.Text.Json.JsonValueKind.Array } results
            || results.Items().FirstOrDefault() is not { IsObject: true } first || !first.Has("command"))
        {
            return null;
        }

        LoadMetric[] metrics = [.. results.Items().SelectMany(result => Metrics(result, input.Path))];
        return ToolMetrics.Run(input.Path, "hyperfine export", ToolMetrics.WithOnly(metrics)) with
        {
            HasSamples = metrics.All(metric => metric.Kind == MetricKind.Rate || metric.Samples is not null),
        };
    }

    private static IEnumerable<LoadMetric> Metrics(ToolJson result, string path)
    {
        var parameters = string.Join(' ', result.At("parameters").Members().Select(one => $"{one.Key}={one.Value.Node}"));
        var command = result.Text("command");
        MetricName Name(string metric) => ToolMetrics.Tagged(metric, "name", parameters.Length == 0 ? command : $"{command} {parameters}", path);
        double[] times = result.Has("times") ? [.. result.At("times").Items().Select(time => time.Number() * Milliseconds)] : [];
        yield return times.Length > 0
            ? ToolMetrics.Samples(Name(ToolMetrics.Duration), path, times, isCounted: true)
            : ToolMetrics.Times(
                Name(ToolMetrics.Duration),
                path,
                null,
                (ToolMetrics.Avg, result.Number("mean") * Milliseconds),
                (ToolMetrics.Med, result.OptionalNumber("median") * Milliseconds),
                (ToolMetrics.Min, result.OptionalNumber("min") * Milliseconds),
                (ToolMetrics.Max, result.OptionalNumber("max") * Milliseconds));
        if (result.Has("exit_codes"))
        {
            var codes = result.At("exit_codes").Items().ToList();
            yield return ToolMetrics.Share(Name(ToolMetrics.Failed), codes.Count(code => code.Node.GetRawText() != "0"), codes.Count);
        }
    }
}
