using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Globs;
using Gates.Pipeline;
using Gates.Pipeline.Results;

namespace Gates.Runner.Commands.Explain;

/// <summary>Says of a gate's settings whether they let it look at a file, and which of them accepts what it sees.</summary>
internal sealed class ExplainedGate(PlannedGate gate, string path)
{
    /// <summary>Why it does not look at the file, or not always.</summary>
    public IEnumerable<string> Notes()
    {
        if (gate.Mode == GateMode.Off)
        {
            yield return $"{gate.Id} is off ({gate.ModeReason ?? "`mode: off`"}), so no run looks at this line";
        }
        else if (gate.Mode != GateMode.Enforce)
        {
            yield return $"{gate.Id} does not block (mode {gate.Mode.ToString().ToLowerInvariant()})";
        }

        if (Texts("paths") is { Count: > 0 } paths && !paths.Any(glob => Glob.Parse(glob).Matches(path)))
        {
            yield return $"{gate.Id} looks only at {Say.List(paths)} (`paths`), so at no line of this file";
        }

        foreach (var glob in Texts("exclude").Where(glob => Glob.Parse(glob).Matches(path)))
        {
            yield return $"`exclude` of {gate.Id} leaves this file out: {Say.Path(glob)}";
        }

        if (gate.Settings.TryGetProperty("scope", out var scope) && scope.GetString() == "diff")
        {
            yield return $"`scope: diff` of {gate.Id}: on a pull request only lines that it adds or changes count";
        }
    }

    /// <summary>The hits of the line that the policy did not report.</summary>
    public IEnumerable<ExplainedFinding> Accepted(GateResult result, int line)
    {
        if (result.Evidence is not { } evidence || !evidence.Facts.TryGetProperty("hits", out var hits))
        {
            yield break;
        }

        var reported = result.Findings.Select(found => (found.Finding.Rule, found.Finding.Location?.Line, found.Finding.Location?.Column)).ToHashSet();
        foreach (var hit in hits.EnumerateArray().Where(hit => hit.GetProperty("line").GetInt32() == line && !hit.TryGetProperty("offset", out _)))
        {
            var rule = hit.GetProperty("rule").GetString()!;
            if (reported.Contains((rule, line, hit.GetProperty("column").GetInt32())))
            {
                continue;
            }

            var why = Entries(evidence.Facts).Where(entry => Covers(entry.Entry, hit)).Select(entry => "accepted by " + entry.Name).FirstOrDefault()
                ?? "its rule or category is off (`rules`)";
            yield return new ExplainedFinding(rule, "note", why, $"{hit.GetProperty("title").GetString()} ({hit.GetProperty("masked").GetString()})",
                hit.GetProperty("identity").GetString()!);
        }
    }

    private IEnumerable<(string Name, JsonElement Entry)> Entries(JsonElement facts)
    {
        var own = gate.Settings.TryGetProperty("allow", out var allow) ? allow.EnumerateArray().Select((entry, i) => (Named($"allow[{i}]", entry), entry)) : [];
        var file = facts.TryGetProperty("allow", out var more)
            ? more.EnumerateArray().Where(entry => !entry.GetProperty("expired").GetBoolean())
                .Select(entry => (Named($"{Text(entry, "file")}:{entry.GetProperty("line")}", entry) + $", until {Text(entry, "expires")}", entry))
            : [];
        return own.Concat(file);
    }

    private static string Named(string name, JsonElement entry) => Text(entry, "reason") is { } reason ? $"{name} ({Say.Path(reason)})" : name;

    private bool Covers(JsonElement entry, JsonElement hit) =>
        (Text(entry, "rule") is not { } rule || rule == Text(hit, "rule") || rule == Text(hit, "category"))
        && (Text(entry, "path") is not { } glob || Glob.Parse(glob).Matches(path))
        && (Text(entry, "identity") is not { } identity || identity == Text(hit, "identity"));

    private List<string> Texts(string name) =>
        gate.Settings.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
