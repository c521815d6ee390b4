using System.Text;
using Gates.Formats.LoadResults;

namespace Runner.Tests.Formats.LoadResults;

/// <summary>Reads one file that exists only in a test.</summary>
internal static class Loading
{
    public const string CsvHeader = "metric_name,timestamp,metric_value,check,name,scenario,status,extra_tags,metadata\n";

    public static LoadRun Read(string text, params (string Metric, string Aggregation)[] wanted) => Read(Encoding.UTF8.GetBytes(text), wanted);

    public static LoadRun Read(byte[] content, params (string Metric, string Aggregation)[] wanted) =>
        LoadResultReader.Read("k6/run", () => new MemoryStream(content, writable: false), Needs(wanted), CancellationToken.None);

    public static MetricNeeds Needs(params (string Metric, string Aggregation)[] wanted) =>
        new(
            [.. wanted.Select(one => (MetricName.Parse(
                one.Metric), Aggregation.TryParse(one.Aggregation, out var aggregation) ? aggregation : throw new FormatException(one.Aggregation)))],
            Declared: true);

    public static double? Get(this LoadRun run, string metric, string aggregation) =>
        run.Metrics.GetValueOrDefault(MetricName.Parse(metric))?.Get(Aggregation.TryParse(aggregation, out var read) ? read : default);

    public static string Point(string metric, string second, string value, string tags = "\"status\":\"200\"") =>
        "{\"metric\":\""
            + metric
            + "\",\"type\":\"Point\",\"data\":{\"time\":\"2026-11-22T02:40:"
            + second
            + "Z\",\"value\":"
            + value
            + ",\"tags\":{"
            + tags
            + "}}}\n";

    public static string Metric(string name, string type, string thresholds = "", string submetrics = "null") =>
        $$"""{"type":"Metric","data":{"name":"{{name}}","type":"{{type}}","contains":"{{(type == "trend" ? "time" : "default")}}","thresholds":[{{thresholds}}],"submetrics":{{submetrics}}},"metric":"{{name}}"}"""
            + "\n";
}
