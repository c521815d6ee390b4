using Gates.Formats.LoadResults.Formats.Tools;

namespace Gates.Formats.LoadResults.Formats.Benchmarks;

/// <summary>
/// A report of Lighthouse as Lighthouse CI collects it (<c>.lighthouseci/lhr-*.json</c>): every audit with a number under its own name, milliseconds where the
/// report says so, and <c>score{category:…}</c> from 0 to 1.
/// </summary>
internal sealed class Lighthouse : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (ToolJson.Of(input) is not { } root || !root.Has("lighthouseVersion") || !root.Has("audits"))
        {
            return null;
        }

        var audits = root.At("audits").Members()
            .Where(audit => audit.Value.Has("numericValue"))
            .Select(audit => ToolMetrics.Gauge(
                SummaryJson.Name(audit.Key, input.Path),
                audit.Value.Number("numericValue"),
                SummaryJson.Text(audit.Value.Node, "numericUnit") == "millisecond"));
        var scores = root.At("categories").Members()
            .Where(category => category.Value.Has("score"))
            .Select(category => ToolMetrics.Gauge(
                ToolMetrics.Tagged("score", "category", category.Key, input.Path), category.Value.Number("score"), isTime: false));
        return ToolMetrics.Run(input.Path, "Lighthouse report", audits.Concat(scores)) with
        {
            ToolVersion = root.Text("lighthouseVersion"),
            Doubts = root.Has("runtimeError") ? [$"the page could not be measured: {SummaryJson.Text(root.At("runtimeError").Node, "code")}"] : [],
        };
    }
}
