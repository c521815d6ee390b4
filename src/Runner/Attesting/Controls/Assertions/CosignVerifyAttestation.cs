using Gates.Runner.Attesting.Statements;

namespace Gates.Runner.Attesting.Controls.Assertions;

/// <summary>
/// What <c>cosign verify-attestation --key</c> asks: the attestations are signed by a trusted key, one has the predicate that is wanted, and it is
/// about the very files of the release.
/// </summary>
internal sealed class CosignVerifyAttestation : Assertion
{
    private const string Provenance = "https://slsa.dev/provenance/";

    [Option("The predicate type that there must be. Default: SLSA provenance of any version.")]
    public string? PredicateType { get; init; }

    [Option("A glob over evidence and release files whose digests must be among the subjects. Default: every release file that is named to `gates attest`.", Glob = true)]
    public string? Subject { get; init; }

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var all = context.Items.SelectMany(item => SignedStatement.Of(item, context.Scope)).ToList();
        if (all.Count == 0)
        {
            return AssertionFinding.Fail("there is no attestation (a DSSE envelope or a Sigstore bundle) among the evidence");
        }

        var refused = all.Where(one => one.Refusal is not null).Select(one => $"{one.Source}: {one.Refusal}").ToList();
        if (refused.Count > 0)
        {
            return AssertionFinding.Fail(AssertionFinding.Some(refused));
        }

        var wanted = all.FindAll(one => PredicateType is null ? one.Statement!.PredicateType.StartsWith(Provenance, StringComparison.Ordinal) : one.Statement!.PredicateType == PredicateType);
        if (wanted.Count == 0)
        {
            return AssertionFinding.Fail($"none has the predicate {PredicateType ?? Provenance + "…"}; there is {string.Join(", ", all.Select(one => one.Statement!.PredicateType).Distinct(StringComparer.Ordinal))}");
        }

        var keys = string.Join(", ", wanted.Select(one => one.Signer!.KeyId).Distinct(StringComparer.Ordinal));
        return CheckSubjects(context.Scope, [.. wanted.SelectMany(one => one.Statement!.Subjects)], FormattableString.Invariant($"{wanted.Count} of {Counted.Of(all.Count, "attestation")}, signed by {keys}"));
    }

    private Task<AssertionFinding> CheckSubjects(AssertionScope scope, List<Subject> subjects, string signed)
    {
        IReadOnlyList<EvidenceItem> files = scope.Artefacts;
        if (Subject is { } glob)
        {
            var filter = new PathFilter([glob], []);
            files = [.. scope.Evidence.Match(glob), .. scope.Artefacts.Where(file => filter.Includes(file.Path))];
            if (files.Count == 0)
            {
                return AssertionFinding.Fail($"`subject` {glob} matches neither evidence nor a release file");
            }
        }

        var digests = subjects.Select(subject => subject.Digest.GetValueOrDefault("sha256")).ToHashSet(StringComparer.Ordinal);
        var strangers = files.Where(file => !digests.Contains(file.Sha256)).Select(file => $"{file.Path} (sha256 {file.Sha256}) is not among the subjects").ToList();
        return AssertionFinding.Of(strangers, files.Count == 0
            ? $"{signed}; no release file was named, so the subjects were not compared: {AssertionFinding.Some([.. subjects.Select(subject => subject.Name)], 3)}"
            : FormattableString.Invariant($"{signed}; about {(files.Count == 1 ? files[0].Path : $"all {files.Count} files")}, by sha256"));
    }
}
