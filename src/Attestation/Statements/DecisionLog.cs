using System.Text.Json;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Policies.Engine;

namespace Gates.Attestation.Statements;

/// <summary>
/// How a run came to its decision, as a PROV-JSON document: from the commit through each gate's evidence and result to the decision, with the
/// program, its policies and the people who answer for exceptions, these as commitments.
/// </summary>
internal static class DecisionLog
{
    /// <value>The document's own definition; PROV has no in-toto predicate.</value>
    public const string PredicateType = "https://www.w3.org/Submission/2013/SUBM-prov-json-20130424/";

    private const string Namespace = "https://github.com/gates-ci/gates/ns#";
    private const string Tool = "run:tool";
    private const string Decision = "run:decision";
    private const string Deciding = "run:decide";

    /// <param name="report">The run.</param>
    /// <param name="kept">Its gates.</param>
    /// <param name="facts">What it was about.</param>
    /// <param name="inputs">SHA-256 of each gate's signed result, by the gate's id.</param>
    /// <param name="commitments">Where personal data goes.</param>
    public static Statement Of(
        RunReport report,
        IReadOnlyList<KeptGate> kept,
        RunFacts facts,
        IReadOnlyDictionary<string, string> inputs,
        Commitments commitments)
    {
        var run = facts.Run?.Url ?? $"{Namespace}run/{facts.Commit}/{EvidenceTime.Write(report.Started)}";
        var document = new ProvDocument(
            ("gates", Namespace),
            ("run", run + "/"),
            ("commit", Namespace + "commit/"),
            ("sha256", Namespace + "sha256/"),
            ("person", Namespace + "person/"));
        var commit = $"commit:{facts.Commit}";
        document.Entity(commit, "gates:Commit", ("gates:workspace", facts.IsModified ? "modified" : "clean"));
        document.Agent(Tool, "prov:SoftwareAgent", ("gates:version", report.ToolVersion), ("gates:sha256", facts.ToolDigest));
        var end = report.Started + report.Elapsed;
        document.Activity(Deciding, "gates:Deciding", end, end);
        document.Entity(
            Decision,
            "gates:Decision",
            ("gates:verdict", RecordedNames.Of(report.Verdict)),
            ("gates:release", ReleaseDecision.Holds(report) ? ReleaseDecision.Passed : ReleaseDecision.Failed));
        document.Generated(Decision, Deciding);
        document.Associated(Deciding, Tool);
        document.Attributed(Decision, Tool);
        if (facts.Run?.Actor is { } actor)
        {
            ActsFor(document, commitments.To("actor", actor), "initiator", null);
        }

        foreach (var gate in kept)
        {
            Gate(document, gate, commit, inputs[gate.Result.GateId], report.ToolVersion);
            foreach (var owner in gate.Result.Findings.Select(found => found.Waiver?.Owner).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                ActsFor(document, commitments.To("owner", owner), "waiver owner", Judging(gate));
            }
        }

        return new Statement(facts.Subjects, PredicateType, StatementJson.Element(document.Write));
    }

    /// <summary>The commit is transformed into evidence by the gate, the evidence into a result by the policy, and the result goes into the decision.</summary>
    private static void Gate(ProvDocument document, KeptGate gate, string commit, string signed, string version)
    {
        var id = gate.Result.GateId;
        var (judging, result, policy, settings) = (Judging(gate), $"run:result-{id}", $"sha256:{gate.Policy.Digest}", $"sha256:{gate.Settings.Digest}");
        var end = gate.Result.Started + gate.Result.Elapsed;
        document.Entity(policy, "gates:Policy", ("gates:name", gate.Result.Policy.Name));
        document.Entity(settings, "gates:Settings");
        document.Entity(result, "gates:Result", ("gates:gate", id), ("gates:verdict", RecordedNames.Of(gate.Result.Verdict)), ("gates:statement", signed));
        document.Activity(judging, "gates:Judging", gate.Result.Started, end, ("gates:gate", id), ("gates:engine", PolicyEngine.Id));
        document.Used(judging, policy);
        document.Used(judging, settings);
        document.Associated(judging, Tool, policy);
        document.Generated(result, judging);
        document.Used(Deciding, result);
        document.Derived(Decision, result, Deciding);
        if (gate.Evidence is { } kept)
        {
            var (evidence, collecting) = ($"run:evidence-{id}", $"run:collect-{id}");
            document.Entity(evidence, "gates:Evidence", ("gates:kind", gate.Result.Evidence?.Kind), ("gates:sha256", kept.Digest));
            document.Activity(collecting, "gates:Collecting", gate.Result.Started, end, ("gates:gate", id), ("gates:version", version));
            document.Used(collecting, commit);
            if (CollectedRules.Of(gate.Result) is { } rules)
            {
                document.Entity($"sha256:{rules.Digest}", "gates:Rules", ("gates:policy_version", rules.Version));
                document.Used(collecting, $"sha256:{rules.Digest}");
            }

            document.Associated(collecting, Tool);
            document.Generated(evidence, collecting);
            document.Derived(evidence, commit, collecting);
            document.Used(judging, evidence);
            document.Derived(result, evidence, judging);
        }
    }

    private static string Judging(KeptGate gate) => $"run:judge-{gate.Result.GateId}";

    private static void ActsFor(ProvDocument document, string commitment, string role, string? activity)
    {
        document.Agent($"person:{commitment}", "prov:Person", ("gates:role", role));
        document.ActedFor(Tool, $"person:{commitment}", activity);
    }
}
