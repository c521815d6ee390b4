using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Pipeline.Facts.Needs;

/// <summary>What other gates of the run saw and found.</summary>
internal sealed class NeedsFacts(IReadOnlyList<string> gates) : IContextFacts
{
    public const string Kind = "needs";

    public int Count => gates.Count;

    public string Unit => "gate";

    public Task WriteAsync(GateContext context, Utf8JsonWriter facts, CancellationToken cancellationToken)
    {
        // Their findings of now, handed over as the base's, would make every finding look old.
        var results = context.Needs ?? throw new EvaluationException("what other gates found at the base is not known");
        facts.WriteStartObject();
        foreach (var id in gates.Distinct(StringComparer.Ordinal))
        {
            facts.WritePropertyName(id);
            Write(facts, results.GetValueOrDefault(id) ?? throw new EvaluationException($"`needs` facts: {id} is no gate of this run"));
        }

        facts.WriteEndObject();
        return Task.CompletedTask;
    }

    private static void Write(Utf8JsonWriter facts, GateResult result)
    {
        facts.WriteStartObject();
        facts.WriteString("verdict", Word(result.Verdict));
        facts.WritePropertyName("evidence");
        if (result.Evidence is { } evidence)
        {
            facts.WriteStartObject();
            facts.WriteString("kind", evidence.Kind);
            facts.WritePropertyName("facts");
            evidence.Facts.WriteTo(facts);
            facts.WriteEndObject();
        }
        else
        {
            facts.WriteNullValue();
        }

        facts.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            WriteFinding(facts, finding);
        }

        facts.WriteEndArray();
        facts.WriteStartArray("metrics");
        foreach (var metric in result.Metrics)
        {
            facts.WriteStartObject();
            facts.WriteString("name", metric.Name);
            facts.WriteNumber("value", metric.Value);
            facts.WriteString("unit", metric.Unit);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
        facts.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter facts, GateFinding finding)
    {
        facts.WriteStartObject();
        facts.WriteString("rule", finding.Finding.Rule);
        facts.WriteString("severity", Word(finding.Finding.Severity));
        facts.WriteString("message", finding.Finding.Message);
        facts.WriteString("path", finding.Finding.Location?.Path);
        if (finding.Finding.Location?.Line is { } line)
        {
            facts.WriteNumber("line", line);
        }
        else
        {
            facts.WriteNull("line");
        }

        facts.WriteString("state", Word(finding.State));
        facts.WriteEndObject();
    }

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
