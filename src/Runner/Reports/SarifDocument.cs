using System.Text.Json;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports;

/// <summary>One run as a SARIF 2.1.0 log with a single SARIF run.</summary>
internal sealed class SarifDocument(RunReport report, IReadOnlyList<ReportedFinding> findings, int keep)
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    public const string Root = "%SRCROOT%";

    /// <value>GitHub refuses a file with a result that has no place; findings about no file point here.</value>
    private const string NoPlace = ".github/gates.yml";

    private readonly SarifRuleList rules = SarifRuleList.From(findings.Take(keep));

    public void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        Tool(json);
        json.WriteStartObject("automationDetails");
        json.WriteString("id", "gates/");
        json.WriteEndObject();
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        Text(json, "description", "The root of the repository.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        Invocation(json);
        json.WriteStartArray("results");
        foreach (var finding in findings.Take(keep))
        {
            Result(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Tool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Gates");
        json.WriteString("version", report.ToolVersion);
        json.WriteString("informationUri", "https://github.com/gates-ci/gates");
        rules.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Invocation(Utf8JsonWriter json)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Results.All(gate => gate.Error is null));
        json.WriteNumber("exitCode", (int)report.ExitCode);
        json.WriteString("startTimeUtc", report.Started.UtcDateTime);
        json.WriteString("endTimeUtc", (report.Started + report.Elapsed).UtcDateTime);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var gate in FindingOrder.Gates(report).Where(gate => gate.Error is not null))
        {
            Notification(json, "could-not-evaluate", gate.Blocks ? "error" : "warning", $"{gate.GateId} could not be evaluated: {gate.Error}");
        }

        foreach (var note in report.Notes)
        {
            Notification(json, "note", "note", note);
        }

        if (keep < findings.Count)
        {
            Notification(
                json,
                "truncated",
                "warning",
                $"{Prose.Count(findings.Count - keep, "more finding")} would not fit into what GitHub accepts: see results.json.");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Notification(Utf8JsonWriter json, string id, string level, string text)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", id);
        json.WriteEndObject();
        json.WriteString("level", level);
        Text(json, "message", text);
        json.WriteEndObject();
    }

    private void Result(Utf8JsonWriter json, ReportedFinding reported)
    {
        var (gate, found) = reported;
        json.WriteStartObject();
        json.WriteString("ruleId", SarifRuleList.Id(reported));
        json.WriteNumber("ruleIndex", rules.IndexOf(reported));
        json.WriteString("level", RecordedNames.Of(found.Finding.Severity));
        Text(json, "message", found.Finding.Message.Length > 0 ? found.Finding.Message : found.Finding.Rule);
        Location(json, found.Finding.Location);
        if (found.Finding.Count > 1)
        {
            json.WriteNumber("occurrenceCount", found.Finding.Count);
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString(found.Fingerprint.IsFirst ? "gates/v1" : "gates/v2", found.Fingerprint);
        json.WriteEndObject();
        json.WriteString("baselineState", found.State == FindingState.Existing ? "unchanged" : "new");
        json.WriteStartArray("suppressions");
        if (found.State == FindingState.Waived)
        {
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            if (found.Waiver is { } waiver)
            {
                json.WriteString("justification", Words.Waived(waiver));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        SarifFix.Write(json, found.Finding);
        json.WriteStartObject("properties");
        json.WriteString("gate", gate.GateId);
        json.WriteString("mode", RecordedNames.Of(gate.Mode));
        json.WriteBoolean("blocking", reported.IsBlocking);
        json.WriteBoolean("inDiff", found.InDiff);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, Location? location)
    {
        var uri = location is null ? null : Escape.RelativeUri(location.Path);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", uri ?? NoPlace);
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        json.WriteStartObject("region");
        var line = uri is null ? 1 : Math.Max(location?.Line ?? 1, 1);
        json.WriteNumber("startLine", line);
        if (uri is not null && location is { Line: > 0 })
        {
            Region(json, location, line);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Region(Utf8JsonWriter json, Location location, int line)
    {
        if (location.Column is > 0 and { } column)
        {
            json.WriteNumber("startColumn", column);
        }

        var end = Math.Max(location.EndLine ?? line, line);
        if (end > line)
        {
            json.WriteNumber("endLine", end);
        }

        if (location is { Column: > 0, EndColumn: > 0 and { } last } && (end > line || last >= location.Column))
        {
            json.WriteNumber("endColumn", last);
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
