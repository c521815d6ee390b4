using System.Text;
using System.Text.Json;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Pipeline.Unseen;
using Gates.Policies;
using Gates.Policies.Engine;

namespace Gates.Attestation.Rejudging;

/// <summary>Runs the policy of a signed result over its evidence once more and says whether it is the same result.</summary>
internal sealed class Rejudger(IPolicyJudge judge)
{
    /// <param name="statement">What was signed.</param>
    /// <param name="source">How to name it.</param>
    /// <param name="inputs">What it was judged with.</param>
    /// <param name="cancellationToken">Stops the policy.</param>
    /// <exception cref="EvidenceFormatException">The statement is not about a gate's result.</exception>
    public async Task<RejudgedGate> RunAsync(Statement statement, string source, RecordedInputs inputs, CancellationToken cancellationToken)
    {
        var gate = RecordedGate.Read(statement, source);
        if (gate.Judgement is null)
        {
            return new RejudgedGate(
                gate.Id,
                RejudgedState.NothingToJudge,
                [gate.NotRunReason is { } reason ? $"the gate did not run: {reason}" : "the gate could not be evaluated, so there was no judgement"]);
        }

        var changed = Changed(gate, inputs).ToList();
        if (changed.Count > 0)
        {
            return new RejudgedGate(gate.Id, RejudgedState.Differs, changed);
        }

        Judgement judgement;
        CoverageSummary? coverage;
        try
        {
            var policy = new PolicySource(gate.PolicyName, Encoding.UTF8.GetString(inputs.Policy.Span));
            using var settings = JsonDocument.Parse(inputs.Settings, new JsonDocumentOptions { MaxDepth = 1000 });
            var evidence = KeptEvidence.Read(inputs.Evidence!.Value.ToArray(), ConfigurationName.Evidence);
            coverage = CoverageSummary.Read(evidence.Facts) is { } summary ? summary with { IsRequired = gate.IsRequired } : null;
            judgement = await judge.JudgeAsync(policy, evidence, settings.RootElement, new PolicyLimits(), cancellationToken);
        }
        catch (Exception e) when (e is PolicyException or JsonException or UsageException or FormatException)
        {
            return Differing(gate, [$"the policy did not judge this time: {e.Message}"]);
        }

        var contradictions = Contradictions(gate, coverage).ToList();
        if (contradictions.Count > 0)
        {
            return new RejudgedGate(gate.Id, RejudgedState.Differs, contradictions);
        }

        var differences = Differences(gate, judgement).ToList();
        return differences.Count > 0 ? Differing(gate, differences) : new RejudgedGate(gate.Id, RejudgedState.Same, []);
    }

    private static RejudgedGate Differing(RecordedGate gate, IReadOnlyList<string> differences) => gate.Engine == PolicyEngine.Id
        ? new RejudgedGate(gate.Id, RejudgedState.Differs, differences)
        : new RejudgedGate(
            gate.Id,
            RejudgedState.DiffersByEngine,
            [
                .. differences,
                $"it was judged by {StatementJson.Cut(gate.Engine)} and this program has {PolicyEngine.Id}: the engines may differ here; nothing that was signed was changed"
            ]);

    private static IEnumerable<string> Changed(RecordedGate gate, RecordedInputs inputs)
    {
        foreach (var (name, content) in new (string, ReadOnlyMemory<byte>?)[]
        {
            (ConfigurationName.Policy, inputs.Policy),
            (ConfigurationName.Settings, inputs.Settings),
            (ConfigurationName.Evidence, inputs.Evidence)
        })
        {
            var actual = content is { } bytes ? Sha256Hex.Of(bytes.Span) : null;
            if (!gate.Configuration.TryGetValue(name, out var recorded))
            {
                yield return $"{name}: the statement names none, but holds a judgement";
            }
            else if (actual != recorded)
            {
                yield return actual is null
                    ? $"{name}: not here; the statement names sha256 {recorded}"
                    : $"{name}: not what was signed: its sha256 is {actual}, the statement names {recorded}";
            }
        }
    }

    private static IEnumerable<string> Differences(RecordedGate gate, Judgement judgement)
    {
        var digest = JudgementDigest.Of(judgement);
        if (digest != gate.Judgement)
        {
            yield return $"the policy judges otherwise now: the judgement's sha256 is {digest}, the statement names {gate.Judgement}";
        }

        if (gate.Findings is not null)
        {
            var now = judgement.Findings.Select(finding => Describe(finding.Severity, finding.Rule, finding.Location?.Path)).ToList();
            var then = gate.Findings.Select(finding => Describe(finding.Severity, finding.Rule, finding.Path)).ToList();
            foreach (var (difference, words) in Except(now, then)
                .Select(one => (one, "is found now, but not in the statement"))
                .Concat(Except(then, now).Select(one => (one, "is in the statement, but not found now"))))
            {
                yield return $"{difference} {words}";
            }
        }
    }

    /// <summary>What the statement says against itself, whoever judged.</summary>
    private static IEnumerable<string> Contradictions(RecordedGate gate, CoverageSummary? coverage)
    {
        if (gate.Findings is not null)
        {
            var verdict = Verdicts.OfGate(
                gate.Mode,
                errored: false,
                gate.Findings.Select(finding => new GateFinding(
                    new Finding(finding.Rule, finding.Severity, ""),
                    finding.Fingerprint,
                    finding.State,
                    InDiff: false)),
                coverage);
            if (verdict != gate.Verdict)
            {
                yield return $"the statement says {Words.For(gate.Verdict)}, its findings say {Words.For(verdict)}";
            }
        }

        if (GateStatement.Result(gate.Verdict) != gate.Result)
        {
            yield return $"the statement's result is {gate.Result}, its verdict {Words.For(gate.Verdict)}";
        }
    }

    private static string Describe(Severity severity, string rule, string? path) =>
        $"{RecordedNames.Of(severity)} {StatementJson.Cut(rule)}{(path is null ? "" : $" in {StatementJson.Cut(path)}")}";

    /// <summary>What one list has more of than another.</summary>
    private static IEnumerable<string> Except(IEnumerable<string> one, IEnumerable<string> other)
    {
        var left = other.CountBy(text => text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var text in one)
        {
            if (left.GetValueOrDefault(text) is > 0 and var count)
            {
                left[text] = count - 1;
            }
            else
            {
                yield return text;
            }
        }
    }
}

/// <summary>What a gate was judged with, as its run left it in the output folder.</summary>
/// <param name="Policy">The script.</param>
/// <param name="Settings">JSON.</param>
/// <param name="Evidence">JSON of kind and facts; <see langword="null"/> when it was too large to keep.</param>
internal sealed record RecordedInputs(ReadOnlyMemory<byte> Policy, ReadOnlyMemory<byte> Settings, ReadOnlyMemory<byte>? Evidence);

/// <param name="GateId">The gate.</param>
/// <param name="State">Whether it is the same result.</param>
/// <param name="Reasons">What differs, or why there is nothing to judge; untrusted text.</param>
internal sealed record RejudgedGate(string GateId, RejudgedState State, IReadOnlyList<string> Reasons);

/// <summary>What judging again showed.</summary>
internal enum RejudgedState
{
    /// <summary>The recorded policy says the same of the recorded evidence.</summary>
    Same,

    /// <summary>It does not, or they are not those that the statement names.</summary>
    Differs,

    /// <summary>It does not, and another engine judged then: which is right is not known, and nothing says that the result was forged.</summary>
    DiffersByEngine,

    /// <summary>The gate was skipped or could not be evaluated: there was no judgement.</summary>
    NothingToJudge,
}
