using System.Globalization;
using System.Text;
using System.Text.Json;
using Gates.BuiltIn;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Settings;
using Gates.Pipeline.RuleBooks;

namespace Gates.Runner.Commands.Explain;

/// <summary>Shows what is known of a line, to people and to programs; never a value.</summary>
/// <param name="explanation">What is known.</param>
/// <param name="asked">The rules to be spoken of, whatever they made of the line; none means those that looked.</param>
internal sealed class ExplainPrinter(Explanation explanation, IReadOnlyList<string> asked)
{
    private const int LongIdentity = 16;

    public void Print(TextWriter output)
    {
        foreach (var line in Lines())
        {
            output.WriteLine(TerminalLine.Of(line));
        }
    }

    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("path", explanation.Path);
            json.WriteNumber("line", explanation.Line);
            json.WriteStartArray("notes");
            explanation.Notes.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteStartArray("findings");
            explanation.Findings.ToList().ForEach(finding => Write(json, finding));
            json.WriteEndArray();
            json.WriteStartArray("rules");
            Spoken().ToList().ForEach(rule => Write(json, rule));
            json.WriteEndArray();
            json.WriteNumber("rulesWithoutAnchor", Silent);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private int Silent => explanation.Rules.Count(rule => rule.Outcome == "no-anchor");

    private IEnumerable<TriedRule> Spoken() => explanation.Rules
        .Where(rule => asked.Count == 0 ? rule.Outcome != "no-anchor" : asked.Contains(rule.Rule.Id, StringComparer.Ordinal))
        .OrderBy(rule => rule.Outcome switch { "found" => 0, "placeholder" => 1, "refused" => 2, "no-match" => 3, _ => 4 });

    private IEnumerable<string> Lines()
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{explanation.Path}:{explanation.Line}");
        var counting = explanation.Findings.Count(finding => finding.Uncounted is null);
        yield return explanation.Findings.Count == 0
            ? $"{place}: nothing is reported here."
            : $"{place}: {Prose.Count(counting, "finding")}" + (counting < explanation.Findings.Count ? $", and {explanation.Findings.Count - counting} "
                + $"that {(explanation.Findings.Count - counting == 1 ? "does" : "do")} not count." : ".");
        foreach (var finding in explanation.Findings)
        {
            yield return finding.Uncounted is { } why
                ? $"  {finding.Rule}: {finding.Message}: {why}"
                : $"  {finding.Severity}: {finding.Message} [{finding.Rule}]";
            if (finding is { Uncounted: null, Identity.Length: > 0 } && explanation.HasSalt)
            {
                yield return $"    To accept this one value, write under `allow:` of {GateCatalog.Rules.Path}: {{ identity: \"{finding.Identity}\", rule: "
                    + $"{finding.Rule}, "
                    + (finding.Identity.Length < LongIdentity ? $"path: {SettingJson.ToText(explanation.Path)}, " : "") + "reason: …, expires: … }";
            }
        }

        foreach (var note in explanation.Notes)
        {
            yield return $"  note: {note}";
        }

        yield return "";
        foreach (var rule in Spoken())
        {
            var masked = rule.Masked is { } shown && shown != "hidden" ? $" ({shown})" : "";
            yield return $"  {Word(rule.Outcome),-11} {rule.Rule.Id}{masked}: {Said(rule)}";
        }

        if (asked.Count == 0)
        {
            yield return $"{Prose.Count(Silent, "other rule")} found none of their texts here; name one with --rule to see what it looks for.";
        }
    }

    private string Said(TriedRule rule) => rule.Outcome == "found" && explanation.Findings.All(finding => finding.Rule != rule.Rule.Id)
        ? explanation.Findings.Count > 0 ? "it matches, but another rule knows more about the same value"
            : "it matches, but a run does not report it; see the notes"
        : rule.Why;

    private static string Word(string outcome) => outcome switch
    {
        "found" => "found",
        "placeholder" => "made up",
        "refused" => "refused",
        "no-match" => "no match",
        _ => "not there",
    };

    private static void Write(Utf8JsonWriter json, ExplainedFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.Severity);
        json.WriteBoolean("counts", finding.Uncounted is null);
        json.WriteString("uncounted", finding.Uncounted);
        json.WriteString("message", finding.Message);
        json.WriteString("identity", finding.Identity);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TriedRule rule)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule.Id);
        json.WriteString("title", rule.Rule.Title);
        json.WriteString("outcome", rule.Outcome);
        json.WriteString("why", rule.Why);
        json.WriteString("masked", rule.Masked);
        json.WriteBoolean("own", rule.Rule.IsOwn);
        json.WriteEndObject();
    }
}
