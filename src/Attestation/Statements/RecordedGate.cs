using Gates.Attestation.Envelopes;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Policies.Engine;

namespace Gates.Attestation.Statements;

/// <summary>A gate's result as its statement tells it.</summary>
internal sealed record RecordedGate
{
    /// <value>The engine of the versions that did not say which one they had.</value>
    private const string BeforeItWasRecorded = "Jint 2.10.4";

    public required string Id { get; init; }

    public required GateMode Mode { get; init; }

    public required Verdict Verdict { get; init; }

    /// <value>Of the predicate: PASSED, WARNED or FAILED.</value>
    public required string Result { get; init; }

    /// <value>SHA-256 by <see cref="ConfigurationName"/>.</value>
    public required IReadOnlyDictionary<string, string> Configuration { get; init; }

    /// <value>What messages call the policy.</value>
    public required string PolicyName { get; init; }

    /// <value>What ran the policy, by <see cref="PolicyEngine.Id"/>.</value>
    public string Engine { get; init; } = BeforeItWasRecorded;

    /// <value>See <see cref="JudgementDigest"/>; <see langword="null"/> when nothing was judged.</value>
    public required string? Judgement { get; init; }

    /// <value>Why the gate did not run; <see langword="null"/> when it did.</value>
    public required string? NotRunReason { get; init; }

    /// <value>See <see cref="GateResult.IsRequired"/>.</value>
    public bool IsRequired { get; init; }

    /// <value><see langword="null"/> when the statement gives only their counts.</value>
    public required IReadOnlyList<RecordedFinding>? Findings { get; init; }

    /// <value>When the gate began.</value>
    public required DateTimeOffset Started { get; init; }

    /// <exception cref="EvidenceFormatException">Not a statement about a gate's result.</exception>
    public static RecordedGate Read(Statement statement, string source)
    {
        if (statement.PredicateType != GateStatement.PredicateType)
        {
            throw new EvidenceFormatException($"{source}: the statement is `{statement.PredicateType}`, not a gate's result ({GateStatement.PredicateType})");
        }

        var predicate = new EvidenceJson(statement.Predicate, source, "predicate");
        var gates = predicate.Object(GateStatement.Extension);
        if (gates.Number("version") != GateStatement.Version)
        {
            throw gates.Wrong("version", FormattableString.Invariant($"this program reads version {GateStatement.Version}"));
        }

        var configuration = predicate.Array("configuration").Select(entry => (Name: entry.Text("name"), Sha256: entry.Object("digest").Text("sha256"), Source: entry.OptionalObject("annotations")?.OptionalText("source"), Engine: entry.OptionalObject("annotations")?.OptionalText("engine"))).ToList();
        if (configuration.DistinctBy(entry => entry.Name, StringComparer.Ordinal).Count() != configuration.Count)
        {
            throw predicate.Wrong("configuration", "names something twice");
        }

        var id = gates.Object("gate").Text("id");
        return new RecordedGate
        {
            Id = id,
            Mode = Choice<GateMode>(gates, "mode"),
            Verdict = Choice<Verdict>(gates, "verdict"),
            Result = predicate.Text("result"),
            Configuration = configuration.ToDictionary(entry => entry.Name, entry => entry.Sha256, StringComparer.Ordinal),
            PolicyName = configuration.Where(entry => entry.Name == ConfigurationName.Policy).Select(entry => entry.Source ?? id).FirstOrDefault() ?? throw predicate.Wrong("configuration", "names no policy"),
            Engine = configuration.Find(entry => entry.Name == ConfigurationName.Policy).Engine ?? BeforeItWasRecorded,
            Judgement = gates.OptionalObject("judgement")?.Text("sha256"),
            NotRunReason = gates.OptionalText("not_run_reason"),
            IsRequired = gates.Value.TryGetProperty("required", out _) && gates.Flag("required"),
            Findings = gates.Number("findingsOmitted") == 0 ? [.. gates.Array("findings").Select(Finding)] : null,
            Started = gates.Time("started"),
        };
    }

    private static RecordedFinding Finding(EvidenceJson finding) => new(
        finding.Text("rule"),
        Choice<Severity>(finding, "severity"),
        finding.OptionalText("path"),
        Choice<FindingState>(finding, "state"),
        finding.Text("fingerprint"));

    private static TEnum Choice<TEnum>(EvidenceJson json, string key)
        where TEnum : struct, Enum
    {
        try
        {
            return RecordedNames.Read<TEnum>(json.Text(key));
        }
        catch (FormatException e)
        {
            throw json.Wrong(key, e.Message);
        }
    }
}

/// <summary>What a statement says of a finding.</summary>
/// <param name="Path">The file; <see langword="null"/> when the finding has no place.</param>
internal sealed record RecordedFinding(string Rule, Severity Severity, string? Path, FindingState State, string Fingerprint);
