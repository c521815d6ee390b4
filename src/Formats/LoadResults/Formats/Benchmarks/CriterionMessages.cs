using System.Globalization;
using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.LoadResults.Formats.Tools;

namespace Gates.Formats.LoadResults.Formats.Benchmarks;

/// <summary>What <c>cargo criterion --message-format=json</c> prints: a line a benchmark, with its unit and every sample.</summary>
internal sealed class CriterionMessages : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (!input.FirstLine.StartsWith("{\"reason\":"u8) || input.Head.IndexOf("\"benchmark-complete\""u8) < 0)
        {
            return null;
        }

        var metrics = new List<LoadMetric>();
        foreach (var (i, line) in input.Text.Split('\n', StringSplitOptions.TrimEntries).Index())
        {
            if (line.StartsWith('{'))
            {
                metrics.AddRange(Read(line, string.Create(CultureInfo.InvariantCulture, $"{input.Path}:{i + 1}")));
            }
        }

        return ToolMetrics.Run(input.Path, "criterion messages", ToolMetrics.WithOnly(metrics)) with { HasSamples = true };
    }

    private static List<LoadMetric> Read(string line, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var message = new ToolJson(document.RootElement, place);
            return SummaryJson.Text(message.Node, "reason") == "benchmark-complete" ? [Times(message)] : [];
        }
        catch (JsonException e)
        {
            throw new EvaluationException($"{place}: is no message of cargo-criterion; was the run cut off?", e);
        }
    }

    private static LoadMetric Times(ToolJson message)
    {
        var unit = TimeUnit.Milliseconds(message.Text("unit")) ?? throw message.At("unit").Wrong("a unit of time");
        var (counts, values) = (message.At("iteration_count").Items().ToList(), message.At("measured_values").Items().ToList());
        if (counts.Count != values.Count || values.Count == 0)
        {
            throw message.At("measured_values").Wrong("a list as long as iteration_count");
        }

        var name = ToolMetrics.Tagged(ToolMetrics.Duration, "name", message.Text("id"), message.Path);
        var samples = values.Zip(counts, (value, count) => value.Number() * unit / Math.Max(1, count.Number()));
        return ToolMetrics.Samples(name, message.Path, samples, isCounted: false);
    }
}
