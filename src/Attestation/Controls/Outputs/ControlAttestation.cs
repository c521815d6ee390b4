using Gates.Attestation.Statements;
using Gates.Pipeline.Waivers;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>All that is attested about one release, before it takes the form of a file.</summary>
internal sealed record ControlAttestation
{
    public const string PredicateType = StatementKinds.Controls;

    /// <value>What it means, in one sentence that every form of it carries.</value>
    public const string Meaning =
        "This document supports an assessment of the named requirements by showing which evidence there is and what holds of it. It states no conformity and replaces no audit.";

    /// <value>What no evidence of a pipeline can show.</value>
    public static IReadOnlyList<string> NeverCovered { get; } =
    [
        "Whether the controls are designed suitably, and whether they worked at other times than those of the evidence.",
        "Whether people did what the evidence records: who reviewed what, with which care.",
        "Everything outside the release pipeline: personnel, premises, suppliers, operations, incidents.",
    ];

    public required ControlEvaluation Evaluation { get; init; }

    public required ReleaseScope Scope { get; init; }

    /// <value>Changes of the population that no evidence names.</value>
    public required IReadOnlyList<string> Unevidenced { get; init; }

    /// <value>Who started the runs whose signed results are among the evidence, as commitments.</value>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <value>In force when it was made.</value>
    public required IReadOnlyList<Waiver> Waivers { get; init; }

    /// <value>Where the waivers stand; <see langword="null"/> when there is no such file.</value>
    public string? WaiverPath { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <value>For example <c>0.1.0+3f2a9c1d…</c>.</value>
    public required string ToolVersion { get; init; }

    /// <value>The command that makes it again from the same commit and evidence.</value>
    public required string Command { get; init; }

    /// <value>Whose signatures were believed; <see langword="null"/> when nobody's.</value>
    public string? TrustSource { get; init; }

    /// <value>Their ids.</value>
    public IReadOnlyList<string> TrustedKeyIds { get; init; } = [];

    /// <value>The key that signs it; <see langword="null"/> when it stays unsigned.</value>
    public string? KeyId { get; init; }

    /// <value>Where evidence stands in the log, by its SHA-256; empty where there is no log.</value>
    public IReadOnlyDictionary<string, long> LogIndexes { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <value>The log's checkpoint that the indexes belong to; <see langword="null"/> where there is no log.</value>
    public string? Checkpoint { get; init; }

    /// <value>Whether the tagged commit holds this very catalogue: <c>same</c>, <c>differs</c> or <c>absent</c>.</value>
    public required string CatalogueAtRelease { get; init; }

    public string BaseName => "control-attestation-" + SafeTag;

    public IReadOnlyList<string> NotCovered =>
    [
        .. Evaluation.Catalogue.NotCovered,
        .. Evaluation.Results.SelectMany(result => result.Control.NotCovered.Select(text => $"{result.Control.Id}: {text}")),
        .. NeverCovered,
    ];

    /// <value>The frameworks that controls name, each edition once, with the requirements and the controls that support them.</value>
    public IReadOnlyList<(string Framework, string? Version, IReadOnlyList<(FrameworkRequirement Requirement, IReadOnlyList<ControlResult> Controls)> Requirements)> Frameworks =>
    [
        .. from result in Evaluation.Results
           from requirement in result.Control.Frameworks
           group result by requirement into one
           orderby FrameworkRequirement.OrderKey(one.Key.Requirement)
           group (one.Key, (IReadOnlyList<ControlResult>)[.. one]) by (one.Key.Framework, one.Key.Version) into edition
           orderby edition.Key.Framework, edition.Key.Version
           select (edition.Key.Framework, edition.Key.Version, (IReadOnlyList<(FrameworkRequirement, IReadOnlyList<ControlResult>)>)[.. edition]),
    ];

    public long? LogIndexOf(EvidenceItem item) => LogIndexes.TryGetValue(item.Sha256, out var index) ? index : null;

    /// <summary>Who answers for a waiver, as a role: a person's name stays in the file that holds it.</summary>
    public string OwnerOf(Waiver waiver) => WaiverOwner.Of(waiver, WaiverPath);

    /// <value>A tag may hold slashes, which file names cannot.</value>
    private string SafeTag => Scope.Tag.Replace('/', '-');
}
