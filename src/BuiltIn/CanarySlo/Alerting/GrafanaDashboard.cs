using System.Buffers;
using System.Text;
using System.Text.Json;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;

namespace Gates.BuiltIn.CanarySlo.Alerting;

/// <summary>
/// Writes a dashboard for Grafana: a panel for each objective with its limits, and one for the budget. It reads what the recording rules made.
/// </summary>
internal static class GrafanaDashboard
{
    private const int Width = 12;
    private const int Height = 8;

    public static string Write(AlertedObjectives all)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            var title = all.Service.Length > 0 ? $"Objectives of {all.Service}" : "Objectives";
            json.WriteStartObject();
            json.WriteString("uid", Sha256Hex.Of(title)[..16]);
            json.WriteString("title", title);
            json.WriteString("description", $"Made by `gates objectives` from {all.Origin}.");
            json.WriteStartArray("tags");
            foreach (var tag in new[] { "gates", all.Service, all.Release }.Where(tag => tag.Length > 0))
            {
                json.WriteStringValue(tag);
            }

            json.WriteEndArray();
            json.WriteNumber("schemaVersion", 36);
            json.WriteString("refresh", "30s");
            json.WriteStartObject("time");
            json.WriteString("from", "now-6h");
            json.WriteString("to", "now");
            json.WriteEndObject();
            Panels(json, all);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Panels(Utf8JsonWriter json, AlertedObjectives all)
    {
        json.WriteStartArray("panels");
        var number = 0;
        foreach (var objective in all.Objectives.DistinctBy(one => one.Name, StringComparer.Ordinal))
        {
            var limits = all.Objectives.Where(one => one.Name == objective.Name).SelectMany(one => new[] { one.Max, one.Min }).OfType<double>();
            var unit = objective.Kind switch { ObjectiveKind.Ratio => "percentunit", ObjectiveKind.Quantile => "s", _ => "short" };
            Panel(json, number++, objective.Name, PrometheusRules.Series(objective), unit, limits);
        }

        if (all.HasBudget)
        {
            Panel(json, number, "Error budget: pace", PrometheusRules.Burn, "short", Evaluation.ErrorBudget.Pairs.Select(pair => pair.Factor));
        }

        json.WriteEndArray();
    }

    private static void Panel(Utf8JsonWriter json, int number, string title, string query, string unit, IEnumerable<double> limits)
    {
        json.WriteStartObject();
        json.WriteNumber("id", number + 1);
        json.WriteString("type", "timeseries");
        json.WriteString("title", title);
        json.WriteStartObject("gridPos");
        json.WriteNumber("x", number % 2 * Width);
        json.WriteNumber("y", number / 2 * Height);
        json.WriteNumber("w", Width);
        json.WriteNumber("h", Height);
        json.WriteEndObject();
        json.WriteStartArray("targets");
        json.WriteStartObject();
        json.WriteString("refId", "A");
        json.WriteString("expr", query);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("fieldConfig");
        json.WriteStartObject("defaults");
        json.WriteString("unit", unit);
        Limits(json, limits);
        json.WriteEndObject();
        json.WriteStartArray("overrides");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Limits(Utf8JsonWriter json, IEnumerable<double> limits)
    {
        json.WriteStartObject("custom");
        json.WriteStartObject("thresholdsStyle");
        json.WriteString("mode", "line");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("thresholds");
        json.WriteString("mode", "absolute");
        json.WriteStartArray("steps");
        json.WriteStartObject();
        json.WriteString("color", "green");
        json.WriteNull("value");
        json.WriteEndObject();
        foreach (var limit in limits.Distinct().Order())
        {
            json.WriteStartObject();
            json.WriteString("color", "red");
            json.WriteNumber("value", limit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
