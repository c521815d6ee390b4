using System.Text.Json;
using Gates.Pipeline.Results;
using Gates.Pipeline.Unseen;
using Gates.Pipeline.Waivers;
using Gates.Policies;
using Gates.Policies.Engine;

namespace Gates.Pipeline.RunFolder;

/// <summary>Writes <c>results.json</c>, the report for programs; <c>docs/schemas/results.schema.json</c> describes it.</summary>
internal sealed class JsonReporter(OutputFolder folder) : IReporter
{
    public const string FileName = RunFileNames.Results;

    /// <value>The same about the change's own edits of what judges it, where there are some. Nothing but <c>gates publish</c> reads it, when their owners have approved them.</value>
    public const string ProposedFileName = RunFileNames.Proposed;

    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        folder.Write(FileName, stream => Write(report, stream));
        if (report.Proposed is not null)
        {
            var verdict = Verdicts.OfRun(report.ProposedResults);
            var proposed = report with { Results = report.ProposedResults, Verdict = verdict, Notes = [], Proposed = null };
            folder.Write(ProposedFileName, stream => Write(proposed, stream));
        }

        return Task.CompletedTask;
    }

    public static void Write(RunReport report, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("toolVersion", report.ToolVersion);
        json.WriteString("verdict", RecordedNames.Of(report.Verdict));
        Interrupted(json, report.Interrupted);
        json.WriteNumber("exitCode", (int)report.ExitCode);
        json.WriteString("started", report.Started.UtcDateTime);
        json.WriteNumber("elapsedMs", (long)report.Elapsed.TotalMilliseconds);
        json.WriteString("configuration", report.Configuration);
        Strings(json, "notes", report.Notes);
        json.WriteStartObject("changes");
        json.WriteString("head", report.Changes.HeadSha);
        json.WriteString("base", report.Changes.BaseSha);
        json.WriteNumber("files", report.Changes.Files.Count);
        json.WriteEndObject();
        Counts(json, Tally.From(report));
        json.WriteStartArray("gates");
        foreach (var gate in FindingOrder.Gates(report))
        {
            Gate(json, gate);
        }

        json.WriteEndArray();
        Proposed(json, report.Proposed);
        json.WriteEndObject();
    }

    private static void Gate(Utf8JsonWriter json, GateResult gate)
    {
        json.WriteStartObject();
        json.WriteString("id", gate.GateId);
        json.WriteString("title", gate.Title);
        json.WriteString("mode", RecordedNames.Of(gate.Mode));
        json.WriteString("modeReason", gate.ModeReason);
        json.WriteString("verdict", RecordedNames.Of(gate.Verdict));
        Interrupted(json, gate.Interrupted);
        json.WriteBoolean("blocks", gate.Blocks);
        json.WriteString("error", gate.Error);
        json.WriteString("skipReason", gate.SkipReason);
        if (gate.IsRequired)
        {
            json.WriteBoolean("required", true);
        }

        if (gate.Coverage is { } coverage)
        {
            json.WritePropertyName(CoverageSummary.Property);
            coverage.Write(json);
        }

        json.WriteString("started", gate.Started.UtcDateTime);
        json.WriteNumber("elapsedMs", (long)gate.Elapsed.TotalMilliseconds);
        json.WriteStartObject("policy");
        json.WriteString("name", gate.Policy.Name);
        json.WriteString("sha256", gate.Policy.Digest);
        json.WriteString("engine", PolicyEngine.Id);
        json.WriteEndObject();
        Counts(json, Tally.From(gate));
        json.WriteStartArray("findings");
        foreach (var finding in FindingOrder.Of(gate))
        {
            Finding(json, finding, finding.IsBlocking(gate.Mode));
        }

        json.WriteEndArray();
        Said(json, gate);
        json.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter json, GateFinding found, bool blocking)
    {
        var finding = found.Finding;
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", RecordedNames.Of(finding.Severity));
        json.WriteString("state", RecordedNames.Of(found.State));
        json.WriteBoolean("blocking", blocking);
        json.WriteBoolean("inDiff", found.InDiff);
        json.WriteString("message", finding.Message);
        json.WriteString("help", finding.Help);
        json.WritePropertyName("location");
        Location(json, finding.Location);
        json.WriteString("fingerprint", found.Fingerprint);
        json.WritePropertyName("waiver");
        Waiver(json, found.Waiver);
        json.WriteEndObject();
    }

    private static void Waiver(Utf8JsonWriter json, Waiver? waiver)
    {
        if (waiver is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("reason", waiver.Reason);
        json.WriteString("owner", waiver.Owner);
        json.WriteString("ticket", waiver.Ticket);
        json.WriteString("expires", waiver.ExpiresText);
        json.WriteNumber("line", waiver.Line);
        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, Location? location)
    {
        if (location is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("path", location.Path);
        Number(json, "line", location.Line);
        Number(json, "endLine", location.EndLine);
        Number(json, "column", location.Column);
        Number(json, "endColumn", location.EndColumn);
        json.WriteEndObject();
    }

    private static void Said(Utf8JsonWriter json, GateResult gate)
    {
        json.WriteStartArray("passed");
        foreach (var check in gate.Passed)
        {
            json.WriteStartObject();
            json.WriteString("rule", check.Rule);
            json.WriteString("message", check.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("metrics");
        foreach (var metric in gate.Metrics)
        {
            json.WriteStartObject();
            json.WriteString("name", metric.Name);
            Number(json, "value", double.IsFinite(metric.Value) ? metric.Value : null);
            json.WriteString("unit", metric.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("outputs");
        JsonSerializer.Serialize(json, gate.Outputs, SaidJson.Default.IReadOnlyListOutput);
        json.WritePropertyName("charts");
        JsonSerializer.Serialize(json, gate.Charts, SaidJson.Default.IReadOnlyListChart);
        Strings(json, "log", gate.Log);
    }

    private static void Counts(Utf8JsonWriter json, Tally tally)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("blocking", tally.Blocking);
        json.WriteNumber("errors", tally.Errors);
        json.WriteNumber("warnings", tally.Warnings);
        json.WriteNumber("notes", tally.Notes);
        json.WriteNumber("existing", tally.Existing);
        json.WriteNumber("waived", tally.Waived);
        json.WriteEndObject();
    }

    private static void Proposed(Utf8JsonWriter json, IReadOnlyDictionary<string, Verdict>? proposed)
    {
        if (proposed is null)
        {
            json.WriteNull("proposed");
            return;
        }

        json.WriteStartObject("proposed");
        foreach (var (gate, verdict) in proposed.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(gate, RecordedNames.Of(verdict));
        }

        json.WriteEndObject();
    }

    private static void Interrupted(Utf8JsonWriter json, bool interrupted)
    {
        if (interrupted)
        {
            json.WriteBoolean("interrupted", true);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
