using System.Text.Json;
using Gates.Pipeline.Results;
using Gates.Pipeline.Waivers;
using Gates.Policies;

namespace Gates.Attestation.Statements;

/// <summary>The part of a statement that says what was measured, found and waived.</summary>
internal static class GateFindings
{
    public static void Write(Utf8JsonWriter json, GateResult gate, Commitments commitments)
    {
        Measured(json, gate);
        Findings(json, gate);
        Waivers(json, gate, commitments);
    }

    private static void Measured(Utf8JsonWriter json, GateResult gate)
    {
        json.WriteStartArray("metrics");
        foreach (var metric in gate.Metrics)
        {
            json.WriteStartObject();
            json.Text("name", metric.Name);
            if (double.IsFinite(metric.Value))
            {
                json.WriteNumber("value", metric.Value);
            }

            json.Text("unit", metric.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        var tally = Tally.From(gate);
        json.WriteStartObject("counts");
        json.WriteNumber("blocking", tally.Blocking);
        json.WriteNumber("errors", tally.Errors);
        json.WriteNumber("warnings", tally.Warnings);
        json.WriteNumber("notes", tally.Notes);
        json.WriteNumber("existing", tally.Existing);
        json.WriteNumber("waived", tally.Waived);
        json.WriteNumber("passed", gate.Passed.Count);
        json.WriteEndObject();
        if (gate.IsJudged)
        {
            json.WriteStartObject("judgement");
            json.WriteString("sha256", JudgementDigest.Of(gate));
            json.WriteEndObject();
        }
    }

    private static void Findings(Utf8JsonWriter json, GateResult gate)
    {
        var omitted = gate.Findings.Count > GateStatement.MaxFindings;
        json.WriteNumber("findingsOmitted", omitted ? gate.Findings.Count : 0);
        json.WriteStartArray("findings");
        foreach (var found in omitted ? [] : gate.Findings)
        {
            json.WriteStartObject();
            json.Text("rule", found.Finding.Rule);
            json.WriteString("severity", RecordedNames.Of(found.Finding.Severity));
            json.WriteString("state", RecordedNames.Of(found.State));
            json.WriteString("fingerprint", found.Masked);
            if (found.Finding.Location is { } location)
            {
                json.Text("path", location.Path);
                if (location.Line is { } line)
                {
                    json.WriteNumber("line", line);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Waivers(Utf8JsonWriter json, GateResult gate, Commitments commitments)
    {
        json.WriteStartArray("waivers");
        foreach (var waiver in gate.Waivers)
        {
            json.WriteStartObject();
            json.Text("rule", waiver.Rule);
            json.Text("path", waiver.Path);
            json.Text(
                "fingerprint",
                waiver.Fingerprint is null ? null : gate.Findings.FirstOrDefault(found => ReferenceEquals(found.Waiver, waiver))?.Masked.Text);
            json.Text("reason", waiver.Reason);
            json.Text("ticket", waiver.Ticket);
            json.WriteString("expires", waiver.ExpiresText);
            json.WriteNumber("covers", gate.Findings.Count(found => ReferenceEquals(found.Waiver, waiver)));
            json.Texts(Commitments.Property, [commitments.To("owner", waiver.Owner)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
