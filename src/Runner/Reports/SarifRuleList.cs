using System.Text.Json;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports;

/// <summary>The rules of a SARIF run: one for each gate and rule that reported something.</summary>
internal sealed class SarifRuleList
{
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<(ReportedFinding First, Severity Worst, string? Help)> rules = [];

    public static SarifRuleList From(IEnumerable<ReportedFinding> findings)
    {
        var result = new SarifRuleList();
        foreach (var finding in findings)
        {
            result.Add(finding);
        }

        return result;
    }

    public static string Id(ReportedFinding reported) => $"{reported.Gate.GateId}/{reported.Finding.Finding.Rule}";

    public int IndexOf(ReportedFinding reported) => indexes[Id(reported)];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach (var (first, worst, help) in rules)
        {
            var summary = $"{first.Gate.Title}: {first.Finding.Finding.Rule}";
            json.WriteStartObject();
            json.WriteString("id", Id(first));
            Text(json, "shortDescription", summary);
            Text(json, "fullDescription", $"{summary}, reported by the gate {first.Gate.GateId} with the policy {first.Gate.Policy.Name}.");
            Text(json, "help", help ?? "Each finding says what is wrong and how to mend it.");
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", RecordedNames.Of(worst));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            json.WriteStringValue(first.Gate.GateId);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private void Add(ReportedFinding reported)
    {
        var help = string.IsNullOrWhiteSpace(reported.Finding.Finding.Help) ? null : reported.Finding.Finding.Help;
        if (indexes.TryAdd(Id(reported), rules.Count))
        {
            rules.Add((reported, reported.Severity, help));
            return;
        }

        var index = indexes[Id(reported)];
        var (first, worst, known) = rules[index];
        rules[index] = (first, reported.Severity > worst ? reported.Severity : worst, known ?? help);
    }
}
