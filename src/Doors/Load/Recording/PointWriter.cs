using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gates.Formats.LoadPlans;
using Gates.Formats.LoadResults;

namespace Gates.Doors.Load.Recording;

/// <summary>Writes every sample as k6's <c>--out json</c> does, a line each. It is called from one thread at a time.</summary>
internal sealed class PointWriter(Stream output) : IDisposable
{
    private const int ChunkBytes = 64 << 10;

    private readonly ArrayBufferWriter<byte> buffer = new(ChunkBytes * 2);

    /// <summary>What each metric is, with its thresholds.</summary>
    public void Begin(LoadPlan plan)
    {
        foreach (var metric in DriverMetrics.All)
        {
            Describe(metric.Name, metric, plan.Thresholds.Where(one => one.Name.Equals(MetricName.Parse(metric.Name))));
        }

        foreach (var group in plan.Thresholds.Where(one => one.Name.Tags.Count > 0).GroupBy(one => one.Name))
        {
            Describe(group.First().Metric, DriverMetrics.Find(group.Key.Metric)!, group);
        }
    }

    public void Write(string metric, double value, DateTimeOffset time, ReadOnlySpan<byte> tags)
    {
        Append("{\"metric\":\""u8);
        Append(metric);
        Append("\",\"type\":\"Point\",\"data\":{\"time\":\""u8);
        Format(time.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'");
        Append("\",\"value\":"u8);
        Format(value, "R");
        Append(",\"tags\":"u8);
        Append(tags);
        Append("}}\n"u8);
        if (buffer.WrittenCount >= ChunkBytes)
        {
            Flush();
        }
    }

    /// <summary>Marks what was stopped before its end.</summary>
    public void Stop(DateTimeOffset time)
    {
        Describe(PartialRun.Metric, new DriverMetric(PartialRun.Metric, MetricKind.Counter, "default", []), []);
        Write(PartialRun.Metric, 1, time, "{}"u8);
    }

    public void Dispose()
    {
        Flush();
        output.Dispose();
    }

    private void Flush()
    {
        output.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    private void Describe(string name, DriverMetric metric, IEnumerable<PlannedThreshold> thresholds)
    {
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "Metric");
            json.WriteStartObject("data");
            json.WriteString("name", name);
            json.WriteString("type", metric.Kind.ToString().ToLowerInvariant());
            json.WriteString("contains", metric.Contains);
            json.WriteStartArray("thresholds");
            foreach (var one in thresholds)
            {
                json.WriteStartObject();
                json.WriteString("threshold", one.Text);
                json.WriteBoolean("abortOnFail", one.AbortsRun);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNull("submetrics");
            json.WriteEndObject();
            json.WriteString("metric", name);
            json.WriteEndObject();
        }

        Append("\n"u8);
    }

    private void Append(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);

    private void Append(string ascii) => buffer.Advance(Encoding.ASCII.GetBytes(ascii, buffer.GetSpan(ascii.Length)));

    private void Format<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(buffer.GetSpan(40), out var written, format, CultureInfo.InvariantCulture);
        buffer.Advance(written);
    }
}
