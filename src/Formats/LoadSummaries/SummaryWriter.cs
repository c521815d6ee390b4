using System.Globalization;
using System.Text.Json;
using Gates.Formats.LoadPlans;
using Gates.Formats.LoadResults;
using Gates.Formats.Settings;

namespace Gates.Formats.LoadSummaries;

/// <summary>Writes a run in the shapes that k6 writes, so that whatever reads k6's files reads ours. What is ours alone stands under <c>gates</c>.</summary>
internal sealed class SummaryWriter(LoadSummary summary)
{
    /// <summary>What k6 hands to <c>handleSummary</c>.</summary>
    public byte[] HandleSummary() => Write(json =>
    {
        new GroupTree(summary.Checks, byName: false).Write(json);
        json.WriteStartObject("options");
        Texts(json, "summaryTrendStats", summary.Plan.TrendStatistics);
        json.WriteString("summaryTimeUnit", "");
        json.WriteBoolean("noColor", false);
        json.WriteEndObject();
        json.WriteStartObject("state");
        json.WriteBoolean("isStdOutTTY", false);
        json.WriteBoolean("isStdErrTTY", false);
        json.WriteNumber("testRunDurationMs", summary.Elapsed.TotalMilliseconds);
        json.WriteEndObject();
        json.WriteStartObject("metrics");
        foreach (var metric in Metrics)
        {
            json.WriteStartObject(Spelling(metric.Name));
            Kind(json, metric);
            json.WriteStartObject("values");
            SummaryNumbers.Write(json, SummaryNumbers.Of(metric, summary.Plan.TrendStatistics));
            json.WriteEndObject();
            Thresholds(json, metric.Name, (name, holds) =>
            {
                json.WriteStartObject(name);
                json.WriteBoolean("ok", holds);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        }

        json.WriteEndObject();
        OwnNotes.Write(json, summary);
    });

    /// <summary>k6's <c>--summary-export</c>, in which a threshold that is crossed is <c>true</c>.</summary>
    public byte[] SummaryExport() => Write(json =>
    {
        new GroupTree(summary.Checks, byName: true).Write(json);
        json.WriteStartObject("metrics");
        foreach (var metric in Metrics)
        {
            json.WriteStartObject(Spelling(metric.Name));
            SummaryNumbers.Write(
                json,
                SummaryNumbers.Of(metric, summary.Plan.TrendStatistics)
                    .Select(one => metric.Kind == MetricKind.Rate && one.Key == "rate" ? ("value", one.Value) : one));
            Thresholds(json, metric.Name, (name, holds) => json.WriteBoolean(name, !holds));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        OwnNotes.Write(json, summary);
    });

    /// <summary>k6's <c>--new-machine-readable-summary</c>. It has no place for thresholds.</summary>
    public byte[] MachineReadable() => Write(json =>
    {
        json.WriteString("version", "1.0.0");
        json.WriteStartObject("metadata");
        json.WriteString("generated_at", (summary.Started + summary.Elapsed).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteStartObject("config");
        json.WriteString("execution", "local");
        json.WriteNumber("duration", summary.Elapsed.TotalSeconds);
        json.WriteEndObject();
        json.WriteStartObject("results");
        json.WriteStartObject("checks");
        json.WriteStartArray("metrics");
        json.WriteEndArray();
        json.WriteStartArray("results");
        foreach (var check in summary.Checks)
        {
            json.WriteStartObject();
            json.WriteString("name", check.Name);
            json.WriteString("path", $"{LoadTags.Group(check.Group)}::{check.Name}");
            json.WriteNumber("passes", check.Passes);
            json.WriteNumber("fails", check.Fails);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("metrics");
        foreach (var metric in Metrics)
        {
            Machine(json, metric);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        OwnNotes.Write(json, summary);
    });

    private IEnumerable<LoadMetric> Metrics => summary.Run.Metrics.Values.OrderBy(metric => metric.Name.ToString(), StringComparer.Ordinal);

    private void Machine(Utf8JsonWriter json, LoadMetric metric)
    {
        json.WriteStartObject();
        json.WriteString("name", Spelling(metric.Name));
        Kind(json, metric);
        json.WriteStartObject("values");
        if (metric.Kind == MetricKind.Rate)
        {
            json.WriteNumber("rate", metric.Get(new Aggregation(AggregationMethod.Rate)) ?? 0);
            json.WriteNumber("matches", SummaryNumbers.Passes(metric));
            json.WriteNumber("total", metric.Count ?? 0);
        }
        else
        {
            var numbers = SummaryNumbers.Of(metric, summary.Plan.TrendStatistics)
                .Select(one => (one.Key.StartsWith("p(", StringComparison.Ordinal) ? "p" + one.Key[2..^1] : one.Key, one.Value));
            SummaryNumbers.Write(json, metric.Kind == MetricKind.Counter ? numbers.Take(1) : numbers);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Kind(Utf8JsonWriter json, LoadMetric metric)
    {
        json.WriteString("type", metric.Kind.ToString().ToLowerInvariant());
        json.WriteString("contains", DriverMetrics.Find(metric.Name.Metric)?.Contains ?? "default");
    }

    private void Thresholds(Utf8JsonWriter json, MetricName name, Action<string, bool> write)
    {
        var mine = summary.Thresholds.Where(one => one.Threshold.Name.Equals(name)).DistinctBy(one => one.Threshold.Text, StringComparer.Ordinal).ToList();
        if (mine.Count > 0)
        {
            json.WriteStartObject("thresholds");
            mine.ForEach(one => write(one.Threshold.Text, one.Holds));
            json.WriteEndObject();
        }
    }

    /// <summary>As the file wrote it, so that its author finds it again.</summary>
    private string Spelling(MetricName name) => summary.Plan.Thresholds.FirstOrDefault(one => one.Name.Equals(name))?.Metric ?? name.ToString();

    private static void Texts(Utf8JsonWriter json, string key, IEnumerable<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
