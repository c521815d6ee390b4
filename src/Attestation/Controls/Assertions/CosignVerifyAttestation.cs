using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>
/// What <c>cosign verify-attestation --key</c> and <c>slsa-verifier</c> ask: the attestations are signed by a trusted key, one has the predicate that is
/// wanted, it is about the very files of the release, and provenance names the repository, the commit, the tag and a builder that are expected.
/// </summary>
internal sealed class CosignVerifyAttestation : Assertion
{
    private const string Provenance = "https://slsa.dev/provenance/";

    [Option("The predicate type that there must be. Default: SLSA provenance of any version.")]
    public string? PredicateType { get; set; }

    [Option(
        "A glob over evidence and release files whose digests must be among the subjects. Default: every release file that is named to `gates attest`, of which there must be one.",
        Glob = true)]
    public string? Subject { get; set; }

    [Option("The repository that provenance must name as its source, such as github.com/acme/app. Default: the one of the remote `origin`, or of the job.")]
    public string? SourceRepository { get; set; }

    [Option("Who may have built, as provenance has it in builder.id; * stands for any characters. Default: the repository's own workflows, SLSA's generator on GitHub, and GitHub's runners.")]
    public IReadOnlyList<string> Builders { get; set; } = [];

    [Option("Whose keyless signature counts, as for `signed_by`. Default: any workflow of GitHub that ran for the source repository at the release's "
        + "commit, if provenance names the workflow that signed as its builder.")]
    public string? Identity { get; set; }

    [Option("Who must vouch for that identity, exactly. Default: https://token.actions.githubusercontent.com, where `identity` is not given; needed with it.")]
    public string? Issuer { get; set; }

    [Option("Where the signing workflow ran, such as github-hosted. Default: anywhere.")]
    public string? RunnerEnvironment { get; set; }

    private bool IsProvenance => PredicateType is null || PredicateType.StartsWith(Provenance, StringComparison.Ordinal);

    public override IEnumerable<(string Key, string Message)> Problems() => Identity is not null && Issuer is null
        ? [("identity", "means nothing without `issuer`, who vouches for it")]
        : Identity is null && Issuer is not null ? [("issuer", "vouches for anybody; say who may sign with `identity`")]
        : IsProvenance ? []
        : SourceRepository is not null ? [("source-repository", $"only provenance names one, and `predicate-type` is {PredicateType}")]
        : Builders.Count > 0 ? [("builders", $"only provenance names one, and `predicate-type` is {PredicateType}")]
        : [];

    private KeylessBuilder Keyless(AssertionScope scope) => new(Identity, Issuer, RunnerEnvironment, Expected(scope));

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var keyless = Keyless(context.Scope);
        var all = context.Items.SelectMany(item => SignedStatement.Of(item, context.Scope))
            .Select(one => one.Judged(signer => keyless.Refusal(signer, one.Claim!)))
            .ToList();
        if (all.Count == 0)
        {
            return AssertionFinding.Fail("there is no attestation (a DSSE envelope or a Sigstore bundle) among the evidence");
        }

        var refused = all.Where(one => one.Refusal is not null).Select(one => $"{one.Source}: {one.Refusal}").ToList();
        if (refused.Count > 0)
        {
            return AssertionFinding.Fail(AssertionFinding.Some(refused));
        }

        var wanted = all.FindAll(one => PredicateType is null
            ? one.Statement!.PredicateType.StartsWith(Provenance, StringComparison.Ordinal)
            : one.Statement!.PredicateType == PredicateType);
        if (wanted.Count == 0)
        {
            return AssertionFinding.Fail($"none has the predicate {PredicateType ?? Provenance + "…"}; there is {string.Join(", ", all.Select(one => one.Statement!.PredicateType).Distinct(StringComparer.Ordinal))}");
        }

        var keys = string.Join(", ", wanted.Select(one => one.SignerName!).Distinct(StringComparer.Ordinal));
        return Check(context.Scope, wanted, FormattableString.Invariant($"{wanted.Count} of {Counted.Of(all.Count, "attestation")}, signed by {keys}"));
    }

    private Task<AssertionFinding> Check(AssertionScope scope, List<SignedStatement> wanted, string signed)
    {
        var subjects = wanted.SelectMany(one => one.Statement!.Subjects).ToList();
        if (Files(scope) is not { Count: > 0 } files)
        {
            return AssertionFinding.Fail(Subject is { } glob
                ? $"`subject` {glob} matches neither evidence nor a release file"
                : $"no release file was named, so the subjects cannot be compared: {AssertionFinding.Some([.. subjects.Select(subject => subject.Name)], 3)}; "
                    + "name the files with `gates attest --artifacts DIR`, or with `subject`");
        }

        var complaints = files.Where(file => !subjects.Exists(file.IsOf))
            .Select(file => $"{file.Path} (sha256 {file.Sha256}) is not among the subjects, by sha256 or sha512")
            .ToList();
        var about = FormattableString.Invariant($"{signed}; about {(files.Count == 1 ? files[0].Path : $"all {files.Count} files")}, by digest");
        if (!IsProvenance)
        {
            return AssertionFinding.From(complaints, about);
        }

        if (Expected(scope) is not { } expected)
        {
            return AssertionFinding.Fail(scope.Commit is null
                ? "the commit of the release is not known, so its source cannot be compared"
                : "this clone has no remote `origin`, so the source repository cannot be compared; name it with `source-repository`");
        }

        var claims = wanted.ConvertAll(one => (one.Source, Read: ProvenanceClaims.Read(one.Statement!.Predicate)));
        complaints.AddRange(claims.SelectMany(one => expected.Complaints(one.Read).Select(complaint => $"{one.Source} {complaint}")));
        IReadOnlyList<string> builders = [.. claims.Select(one => one.Read.Builder).OfType<string>().Distinct(StringComparer.Ordinal)];
        return AssertionFinding.From(
            complaints,
            $"{about}; built from {expected.Repository} at {expected.Commit[..Math.Min(12, expected.Commit.Length)]} by {AssertionFinding.Some(builders, 2)}");
    }

    private IReadOnlyList<EvidenceItem> Files(AssertionScope scope)
    {
        if (Subject is not { } glob)
        {
            return scope.Artefacts;
        }

        var filter = new PathFilter([glob], []);
        return [.. scope.Evidence.Match(glob), .. scope.Artefacts.Where(file => filter.Includes(file.Path))];
    }

    private ExpectedProvenance? Expected(AssertionScope scope) => scope.Commit is { } commit && (SourceRepository ?? scope.Repository) is { } repository
        ? new ExpectedProvenance(ProvenanceSource.RepositoryOf(repository), commit, scope.Tag, Builders)
        : null;
}
