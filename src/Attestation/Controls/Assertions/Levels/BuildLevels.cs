using System.Text.Json;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>
/// Which level of SLSA's build track (v1.2) is proven of files. Provenance that nobody verified shows nothing, not even level 1. Of several, the best one
/// counts: one that does not hold takes nothing away from one that does.
/// </summary>
/// <param name="scope">Keys, roots, the commit.</param>
/// <param name="wanted">Whose provenance counts.</param>
internal sealed class BuildLevels(AssertionScope scope, WantedProvenance wanted)
{
    private const string Provenance = "https://slsa.dev/provenance/";

    private readonly KnownBuilders builders = new(wanted.Builders);

    /// <param name="artifacts">The files.</param>
    /// <param name="evidence">Where their provenance may be.</param>
    public IReadOnlyList<ArtifactLevel> Of(IReadOnlyList<EvidenceItem> artifacts, IReadOnlyList<EvidenceItem> evidence)
    {
        var all = evidence.SelectMany(file => SignedStatement.Of(file, scope).Select(one => (File: file, Statement: one)))
            .Where(one => one.Statement.Claim is null || one.Statement.Claim.PredicateType.StartsWith(Provenance, StringComparison.Ordinal))
            .ToList();
        return [.. artifacts.Select(artifact => Of(artifact, all))];
    }

    private ArtifactLevel Of(EvidenceItem artifact, List<(EvidenceItem File, SignedStatement Statement)> all)
    {
        // What cannot be read may be about any file.
        var about = all.Where(one => one.Statement.Claim is not { } claim || claim.Subjects.Any(artifact.IsOf)).ToList();
        if (about.TrueForAll(one => one.Statement.Claim is null))
        {
            var unread = about.Select(one => $"{one.Statement.Source} {one.Statement.Refusal}").ToList();
            return new ArtifactLevel(
                artifact, null, "no provenance is about it, by sha256 or sha512" + (unread.Count > 0 ? $"; {AssertionFinding.Some(unread, 2)}" : ""));
        }

        var levels = about.Where(one => one.Statement.Claim is not null).Select(one => Of(artifact, one.File, one.Statement)).ToList();
        return levels.Where(one => one.Level is not null).MaxBy(one => one.Level)
            ?? new ArtifactLevel(artifact, null, AssertionFinding.Some([.. levels.Select(one => one.Reason)], 2));
    }

    private ArtifactLevel Of(EvidenceItem artifact, EvidenceItem file, SignedStatement read)
    {
        ArtifactLevel None(string reason) => new(artifact, null, $"{read.Source} {reason}");
        if (Expected() is not { } expected)
        {
            return None(scope.Commit is null ? "cannot be judged: the commit is not known" : "cannot be judged: the repository is not known; name it");
        }

        var keyless = new KeylessBuilder(wanted.Identity, wanted.Issuer, wanted.RunnerEnvironment, expected);
        var signed = read.Judged(signer => keyless.Refusal(signer, read.Claim!));
        if (signed.Refusal is { } refusal)
        {
            return None(refusal);
        }

        var (claims, predicate) = (ProvenanceClaims.Read(signed.Statement!.Predicate), signed.Statement.Predicate);
        var named = claims.Builder is { } one && builders.Names(one) ? expected with { Builders = [one] } : expected;
        if (named.Complaints(claims).Concat(Incomplete(predicate)).ToList() is { Count: > 0 } complaints)
        {
            return None(AssertionFinding.Some(complaints, 2));
        }

        var (level, reason) = signed.Signer is { } key ? builders.Of(key.KeyId, claims.Builder!) : builders.Of(signed.Keyless!, claims.Builder!);
        return new ArtifactLevel(artifact, level, reason)
        {
            Builder = claims.Builder,
            Signer = signed.Signer?.KeyId ?? Address(signed.Keyless!.Identity),
            Provenance = file,
        };
    }

    /// <summary>What level 1 asks of provenance beyond its source and its builder, which are compared.</summary>
    private static IEnumerable<string> Incomplete(JsonElement predicate)
    {
        var isNew = predicate.Member("buildDefinition") is { ValueKind: JsonValueKind.Object };
        var definition = isNew ? predicate.Member("buildDefinition") : predicate;
        if (definition.Member("buildType") is not { ValueKind: JsonValueKind.String } type || type.GetString() is not { Length: > 0 })
        {
            yield return "does not say how it was built (buildType)";
        }

        if (isNew && definition.Member("externalParameters") is not { ValueKind: JsonValueKind.Object })
        {
            yield return "does not say what the build was given (externalParameters)";
        }
    }

    /// <summary>Whoever signs with an address of their own is a person, who is not told here.</summary>
    private static string Address(string identity) => identity.Contains("://", StringComparison.Ordinal) ? identity : "somebody";

    private ExpectedProvenance? Expected() => scope.Commit is { } commit && (wanted.Repository ?? scope.Repository) is { } repository
        ? new ExpectedProvenance(ProvenanceSource.RepositoryOf(repository), commit, scope.Tag, [])
        : null;
}

/// <summary>Whose provenance counts.</summary>
/// <param name="Repository">The source; <see langword="null"/> for that of the remote or the job.</param>
/// <param name="Identity">A pattern; <see langword="null"/> for any workflow that ran for the source at the commit.</param>
/// <param name="Issuer">Who vouches for it.</param>
/// <param name="RunnerEnvironment">Where it ran; <see langword="null"/> for anywhere.</param>
/// <param name="Builders">Builders whose level somebody vouches for.</param>
internal sealed record WantedProvenance(
    string? Repository, string? Identity, string? Issuer, string? RunnerEnvironment, IReadOnlyList<LevelledBuilder> Builders);
