using System.Text;
using System.Text.Json;
using Gates.Formats.Settings;
using Gates.Pipeline.Facts.Attested;
using Gates.Pipeline.Facts.Kubernetes;
using Gates.Pipeline.Facts.Prometheus;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Commands.Record;

/// <summary>Writes the <c>expected.json</c> that a result is exactly as expected by.</summary>
internal static class ExpectationWriter
{
    private const string Special = "\\*+?|{[()^$.";

    public static byte[] Write(GateResult result, JsonElement settings, IReadOnlyDictionary<string, IReadOnlyList<string>>? facts)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            json.WriteStartObject();
            if (settings.EnumerateObject().Any())
            {
                json.WritePropertyName("settings");
                settings.WriteTo(json);
            }

            if (facts is not null)
            {
                Facts(json, facts);
            }

            json.WriteString("verdict", RecordedNames.Of(result.Verdict));
            if (result.Error is { } error)
            {
                json.WriteString("error", Exactly(error));
            }

            json.WriteStartArray("findings");
            foreach (var found in result.Findings)
            {
                Finding(json, found.Finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. buffer.ToArray(), (byte)'\n'];
    }

    private static void Facts(Utf8JsonWriter json, IReadOnlyDictionary<string, IReadOnlyList<string>> facts)
    {
        json.WriteStartObject("facts");
        foreach (var (kind, globs) in facts)
        {
            json.WriteStartArray(kind);
            foreach (var glob in globs)
            {
                if (kind is KubernetesFacts.Kind or PrometheusFacts.Kind || AttestedFacts.Kinds.Contains(kind, StringComparer.Ordinal))
                {
                    json.WriteRawValue(glob);
                }
                else
                {
                    json.WriteStringValue(glob);
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", RecordedNames.Of(finding.Severity));
        if (finding.Location is { } place)
        {
            json.WriteString("path", place.Path);
            if (place.Line is { } line)
            {
                json.WriteNumber("line", line);
            }
        }

        json.WriteString("message", Exactly(finding.Message));
        json.WriteEndObject();
    }

    /// <summary>A pattern for one text, with no more backslashes than it needs.</summary>
    private static string Exactly(string text)
    {
        var pattern = new StringBuilder("^");
        foreach (var c in text)
        {
            pattern.Append(Special.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return pattern.Append('$').ToString();
    }
}
