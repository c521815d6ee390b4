using System.Security.Cryptography;
using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Attestation.Statements;

/// <summary>
/// One hash over all that a policy judged: findings with their messages, passed checks, metrics and outputs, in whatever order. It proves that a second
/// judgement is the same without repeating a message, which may quote what nobody should read.
/// </summary>
/// <remarks>
/// SHA-256 over one line for each entry, canonical JSON and a line feed, the lines in the order of their bytes. Help texts, charts, pages and the log do
/// not count: they judge nothing.
/// </remarks>
internal static class JudgementDigest
{
    public static string Of(GateResult gate) => Of(gate.Findings.Select(found => found.Finding), gate.Passed, gate.Metrics, gate.Outputs);

    public static string Of(Judgement judgement) => Of(judgement.Findings, judgement.Passed, judgement.Metrics, judgement.Outputs);

    private static string Of(IEnumerable<Finding> findings, IEnumerable<Check> passed, IEnumerable<Metric> metrics, IEnumerable<Output> outputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = findings.Select(Line).Concat(passed.Select(Line)).Concat(metrics.Select(Line)).Concat(outputs.Select(Line)).ToList();
        lines.Sort((one, other) => one.AsSpan().SequenceCompareTo(other));
        foreach (var line in lines)
        {
            hash.AppendData(line);
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Line(Finding finding) => Line("finding", json =>
    {
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", RecordedNames.Of(finding.Severity));
        json.WriteString("message", finding.Message);
        json.WriteString("identity", finding.Identity);
        if (finding.Location is { } location)
        {
            json.WriteString("path", location.Path);
            Number(json, "line", location.Line);
            Number(json, "endLine", location.EndLine);
            Number(json, "column", location.Column);
            Number(json, "endColumn", location.EndColumn);
            if (location.Commit is { } commit)
            {
                json.WriteString("commit", commit);
            }
        }
    });

    private static byte[] Line(Check check) => Line("passed", json =>
    {
        json.WriteString("rule", check.Rule);
        json.WriteString("message", check.Message);
    });

    private static byte[] Line(Metric metric) => Line("metric", json =>
    {
        json.WriteString("name", metric.Name);
        Number(json, "value", double.IsFinite(metric.Value) ? metric.Value : null);
        json.WriteString("unit", metric.Unit);
    });

    private static byte[] Line(Output output) => Line("output", json =>
    {
        json.WriteString("name", output.Name);
        json.WriteString("value", output.Value);
    });

    private static byte[] Line(string kind, Action<Utf8JsonWriter> write) => CanonicalJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("kind", kind);
        write(json);
        json.WriteEndObject();
    });

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
