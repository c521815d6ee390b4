using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Packs;

/// <summary>What goes into a pack.</summary>
internal sealed record PackInput
{
    public required string Tag { get; init; }

    /// <value>The commit that the tag names, in full.</value>
    public required string Commit { get; init; }

    /// <value>The repository, for people and as the attester's URI.</value>
    public required string Repository { get; init; }

    /// <value>The release's artefacts by digest; empty when the release is its commit.</value>
    public IReadOnlyList<Subject> Artefacts { get; init; } = [];

    public required Keyring Keyring { get; init; }

    /// <value>Signed statements about the commit with their proofs.</value>
    public required IReadOnlyList<PackedBundle> Bundles { get; init; }

    /// <value>What the pack says that it is of.</value>
    public NamedRelease Release => new(Tag, Commit, Repository, Decision);

    /// <value>The newest decision about the commit, <c>PASSED</c> or <c>FAILED</c>; <see langword="null"/> when none is here.</value>
    public string? Decision => Bundles.OrderBy(bundle => bundle.Name, StringComparer.Ordinal)
        .Select(bundle => bundle.Statement)
        .LastOrDefault(statement => statement.PredicateType == StatementKinds.Decision && statement.Commits.Contains(Commit, StringComparer.Ordinal))
            is { } decision && decision.Predicate.TryGetProperty("verificationResult", out var result)
                ? result.GetString()
                : null;

    /// <value>The log that the newest proof is of.</value>
    public string LogOrigin =>
        Bundles.Select(bundle => Checkpoint.Parse(TlogProof.Parse(bundle.Proof, bundle.Name).Note.Text, bundle.Name).Origin).Max(StringComparer.Ordinal) ?? "";

    /// <value>Its name without the year.</value>
    public string LogName => LogOrigin[..Math.Max(0, LogOrigin.LastIndexOf('/'))];

    /// <value>Everything else, by its name in the pack: the attestation, the catalogue, what the gates judged.</value>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);
}
