using System.Globalization;
using System.Text.Json;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Policies;
using Gates.Policies.Engine;

namespace Gates.Attestation.Statements;

/// <summary>
/// What is signed of one gate's result: an in-toto test result with our extension <c>gates</c>. No message, no log and no matched value is in it,
/// because policies may quote in them what must not be kept; a digest stands for them.
/// </summary>
internal static class GateStatement
{
    public const string PredicateType = "https://in-toto.io/attestation/test-result/v0.1";

    /// <value>Where our extension stands in the predicate.</value>
    public const string Extension = "gates";

    public const int Version = 1;

    /// <value>What in-toto calls a verdict that holds.</value>
    public const string Passed = "PASSED";

    /// <value>Findings beyond which a statement gives only their counts.</value>
    public const int MaxFindings = 5_000;

    /// <param name="kept">The gate.</param>
    /// <param name="report">Its run.</param>
    /// <param name="facts">What the run was about.</param>
    /// <param name="commitments">Where personal data goes.</param>
    public static Statement Of(KeptGate kept, RunReport report, RunFacts facts, Commitments commitments) =>
        new(facts.Subjects, PredicateType, StatementJson.Element(json => Predicate(json, kept, report, facts, commitments)));

    /// <summary>What in-toto calls a verdict. A skipped gate is PASSED with its <c>not_run_reason</c>.</summary>
    public static string Result(Verdict verdict) => verdict switch
    {
        Verdict.Failed or Verdict.Errored => "FAILED",
        Verdict.Warned => "WARNED",
        _ => Passed,
    };

    private static void Predicate(Utf8JsonWriter json, KeptGate kept, RunReport report, RunFacts facts, Commitments commitments)
    {
        json.WriteStartObject();
        json.WriteString("result", Result(kept.Result.Verdict));
        Configuration(json, kept, report, facts);
        json.Text("url", facts.Run?.Url);
        Tests(json, kept.Result);
        json.WriteStartObject(Extension);
        json.WriteNumber("version", Version);
        Gate(json, kept.Result);
        Tool(json, report, facts);
        GateFindings.Write(json, kept.Result, commitments);
        Run(json, kept.Result, report, facts, commitments);
        json.WriteStartArray("controls");
        json.WriteEndArray();
        json.WriteString(Commitments.AlgorithmProperty, Commitments.Algorithm);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Everything that the result follows from, as in-toto ResourceDescriptors.</summary>
    private static void Configuration(Utf8JsonWriter json, KeptGate kept, RunReport report, RunFacts facts)
    {
        json.WriteStartArray("configuration");
        json.Resource(
            ConfigurationName.Policy,
            kept.Policy.Digest,
            "text/javascript",
            ("source", kept.Result.Policy.Name),
            ("file", kept.Policy.Name),
            ("engine", PolicyEngine.Id));
        json.Resource(ConfigurationName.Settings, kept.Settings.Digest, "application/json", ("file", kept.Settings.Name));
        if (kept.Evidence is { } evidence)
        {
            json.Resource(ConfigurationName.Evidence, evidence.Digest, "application/json", ("kind", kept.Result.Evidence?.Kind), ("file", evidence.Name));
        }

        if (CollectedRules.Of(kept.Result) is { } rules)
        {
            json.Resource(ConfigurationName.Rules, rules.Digest, "application/octet-stream", ("policy_version", rules.Version));
        }

        json.Resource(ConfigurationName.Tool, facts.ToolDigest, "application/octet-stream", ("purl", RunFacts.ToolUri(report.ToolVersion)));
        json.WriteEndArray();
    }

    /// <summary>The rules, by the worst that became of each. Those whose findings are all waived or old are in none: nobody tested them anew.</summary>
    private static void Tests(Utf8JsonWriter json, GateResult gate)
    {
        var fresh = gate.Findings.Where(found => found.State == FindingState.New && gate.Mode != GateMode.Audit).ToList();
        var failed = Rules(fresh.Where(found => found.IsBlocking(gate.Mode)).Select(found => found.Finding.Rule));
        var warned = Rules(fresh.Where(found => found.Finding.Severity != Severity.Note)
            .Select(found => found.Finding.Rule)
            .Except(failed, StringComparer.Ordinal));
        var passed = Rules(gate.Passed.Select(check => check.Rule).Except(gate.Findings.Select(found => found.Finding.Rule), StringComparer.Ordinal));
        json.Texts("passedTests", passed);
        json.Texts("warnedTests", warned);
        json.Texts("failedTests", failed);
    }

    private static List<string> Rules(IEnumerable<string> rules) => [.. rules.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MaxFindings)];

    private static void Gate(Utf8JsonWriter json, GateResult gate)
    {
        json.WriteStartObject("gate");
        json.Text("id", gate.GateId);
        json.Text("title", gate.Title);
        json.WriteEndObject();
        json.WriteString("mode", RecordedNames.Of(gate.Mode));
        json.Text("modeReason", gate.ModeReason);
        json.WriteString("verdict", RecordedNames.Of(gate.Verdict));
        json.WriteBoolean("blocks", gate.Blocks);
        json.Text("reason", Reason(gate));
        json.Text("not_run_reason", gate.SkipReason ?? (gate is { Verdict: Verdict.Skipped, Error: null } ? "there was nothing to look at" : null));
        if (gate.IsRequired)
        {
            json.WriteBoolean("required", true);
        }
    }

    /// <summary>In our own words: an error's message may quote what a policy threw.</summary>
    private static string? Reason(GateResult gate) => gate switch
    {
        { Error: not null } => gate.Blocks ? "could not be evaluated" : $"could not be evaluated, which does not block in mode {RecordedNames.Of(gate.Mode)}",
        { Verdict: Verdict.Failed } => Count(Tally.From(gate).Blocking, "error blocks", "errors block"),
        { Verdict: Verdict.Warned } => $"{Fresh(Tally.From(gate))}, not blocking",
        { Verdict: Verdict.Waived } => "every error is waived",
        _ => null,
    };

    private static string Fresh(Tally tally) => string.Join(", ", new[]
    {
        tally.Errors == 0 ? "" : Count(tally.Errors, "error", "errors"),
        tally.Warnings == 0 ? "" : Count(tally.Warnings, "warning", "warnings"),
        tally.Notes == 0 ? "" : Count(tally.Notes, "note", "notes"),
    }.Where(part => part.Length > 0));

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    private static void Tool(Utf8JsonWriter json, RunReport report, RunFacts facts)
    {
        json.WriteStartObject("tool");
        json.WriteString("name", "gates");
        json.Text("version", report.ToolVersion);
        json.WriteString("sha256", facts.ToolDigest);
        json.WriteEndObject();
    }

    /// <summary>Who the roles in the evidence are: an auditor may be shown, and when the openings are deleted nobody can be.</summary>
    private static void People(Utf8JsonWriter json, GateResult gate, Commitments commitments)
    {
        if (gate.Evidence?.People is { Count: > 0 } people)
        {
            json.WriteStartObject("people");
            json.Texts(
                Commitments.Property,
                people.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => commitments.To($"{gate.GateId}: {one.Key}", one.Value)));
            json.WriteEndObject();
        }
    }

    private static void Run(Utf8JsonWriter json, GateResult gate, RunReport report, RunFacts facts, Commitments commitments)
    {
        json.WriteString("workspace", facts.IsModified ? "modified" : "clean");
        json.Text("base", report.Changes.BaseSha);
        json.Text("source", report.Configuration);
        json.Text("environment", facts.Environment);
        json.WriteString("started", EvidenceTime.Write(gate.Started));
        json.WriteNumber("elapsedMs", (long)gate.Elapsed.TotalMilliseconds);
        People(json, gate, commitments);
        if (facts.Run is not { } run)
        {
            return;
        }

        json.WriteStartObject("run");
        json.Text("id", run.Id);
        json.Text("attempt", run.Attempt);
        json.Text("url", run.Url);
        json.Text("event", facts.Event);
        if (run.Actor is { } actor)
        {
            json.Texts(Commitments.Property, [commitments.To("actor", actor)]);
        }

        json.WriteEndObject();
    }
}
