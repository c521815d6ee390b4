using System.Text.Json;
using Gates.Policies;

namespace Gates.Runner.Reports;

/// <summary>Charts in <c>results.json</c>: the values that were drawn.</summary>
internal static class JsonCharts
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Chart> charts)
    {
        json.WriteStartArray("charts");
        foreach (var chart in charts)
        {
            json.WriteStartObject();
            json.WriteString("name", chart.Name);
            json.WriteString("unit", chart.Unit);
            json.WriteString("start", chart.Start.UtcDateTime);
            json.WriteNumber("step", chart.Step);
            Lines(json, "lines", chart.Lines);
            Lines(json, "limits", chart.Limits);
            Spans(json, chart.Spans);
            Marks(json, chart.Marks);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Lines(Utf8JsonWriter json, string name, IReadOnlyList<ChartLine> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("name", line.Name);
            json.WriteStartArray("values");
            foreach (var value in line.Values)
            {
                if (value is { } number)
                {
                    json.WriteNumberValue(number);
                }
                else
                {
                    json.WriteNullValue();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Spans(Utf8JsonWriter json, IReadOnlyList<ChartSpan> spans)
    {
        json.WriteStartArray("spans");
        foreach (var span in spans)
        {
            json.WriteStartObject();
            json.WriteNumber("at", span.At);
            json.WriteString("name", span.Name);
            json.WriteString("text", span.Text);
            json.WriteString("severity", span.Severity is { } severity ? Words.Id(severity) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Marks(Utf8JsonWriter json, IReadOnlyList<ChartMark> marks)
    {
        json.WriteStartArray("marks");
        foreach (var mark in marks)
        {
            json.WriteStartObject();
            json.WriteNumber("from", mark.From);
            json.WriteNumber("to", mark.To);
            json.WriteString("text", mark.Text);
            json.WriteString("severity", Words.Id(mark.Severity));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
