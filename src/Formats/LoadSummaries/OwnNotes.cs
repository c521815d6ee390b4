using System.Text.Json;
using Gates.Formats.LoadResults;

namespace Gates.Formats.LoadSummaries;

/// <summary>What k6's shapes have no place for: whether the run is whole, what failed and when, and what the driver took.</summary>
internal static class OwnNotes
{
    public static void Write(Utf8JsonWriter json, LoadSummary summary)
    {
        json.WriteStartObject(PartialRun.Key);
        json.WriteString("engine", "gates");
        json.WriteString(PartialRun.Reason, summary.Stopped);
        json.WriteString("planSha256", summary.Plan.Digest);
        Thresholds(json, summary);
        Failures(json, summary);
        var driver = summary.Driver;
        json.WriteStartObject("driver");
        json.WriteNumber("processorSeconds", driver.Processor.TotalSeconds);
        json.WriteNumber("processors", driver.Processors);
        json.WriteNumber("processorShare", driver.ProcessorShare);
        json.WriteNumber("peakBytes", driver.PeakBytes);
        if (driver.Lag is { } lag)
        {
            json.WriteNumber("iterationLagP99Ms", lag);
        }

        json.WriteBoolean("percentilesRounded", driver.IsRounded);
        json.WriteStartArray("doubts");
        foreach (var doubt in driver.Doubts)
        {
            json.WriteStringValue(doubt);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Thresholds(Utf8JsonWriter json, LoadSummary summary)
    {
        json.WriteStartArray("thresholds");
        foreach (var (threshold, outcome) in summary.Thresholds)
        {
            json.WriteStartObject();
            json.WriteString("metric", threshold.Metric);
            json.WriteString("threshold", threshold.Text);
            json.WriteString("result", outcome.Result switch { ThresholdResult.Held => "held", ThresholdResult.Crossed => "crossed", _ => "nothing measured" });
            if (outcome.Value is { } value)
            {
                json.WriteNumber("value", value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Failures(Utf8JsonWriter json, LoadSummary summary)
    {
        json.WriteStartObject("failures");
        json.WriteNumber("count", summary.FailedRequests);
        json.WriteStartArray("windows");
        foreach (var window in summary.Failures)
        {
            json.WriteStartObject();
            json.WriteString("from", (summary.Started + window.From).UtcDateTime);
            json.WriteString("to", (summary.Started + window.To).UtcDateTime);
            json.WriteNumber("count", window.Count);
            json.WriteString("name", window.Name);
            json.WriteString("reason", window.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
