using System.Text.RegularExpressions;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Statements;
using Gates.Formats.Documents;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>Where a release must be from: its repository, its commit, its tag, and who may have built it.</summary>
/// <param name="Repository">Host and path, in lower case.</param>
/// <param name="Commit">The commit that the tag names.</param>
/// <param name="Tag">The tag; <see langword="null"/> where there is none to compare.</param>
/// <param name="Builders">Patterns, <c>*</c> for any characters; empty for those that <see cref="IsUsual"/> knows.</param>
internal sealed record ExpectedProvenance(string Repository, string Commit, string? Tag, IReadOnlyList<string> Builders)
{
    /// <value>Builders that are not part of the repository and that many use: the workflows of SLSA's generator and GitHub's own runners.</value>
    private static readonly string[] Public =
    [
        "https://github.com/slsa-framework/slsa-github-generator/.github/workflows/", "https://github.com/actions/runner/", "https://github.com/Attestations/GitHubHostedActions@",
    ];

    /// <summary>What does not fit, each as a sentence about the statement.</summary>
    public IEnumerable<string> Complaints(ProvenanceClaims claims)
    {
        foreach (var source in claims.Sources.Where(source => source.IsPrimary && source.Repository != Repository))
        {
            yield return $"was built from {Say.Path(source.Repository)} ({source.Place}), not from {Repository}";
        }

        foreach (var source in claims.Sources.Where(source => source.Repository == Repository || source.IsPrimary))
        {
            if (source.Commit is { } commit && commit != Commit)
            {
                yield return $"was built from commit {Say.Path(commit)} ({source.Place}), not from {Commit}";
            }

            if (Tag is not null && source.Tag is { } tag && tag != Tag)
            {
                yield return $"was built for the tag {Say.Quote(tag)} ({source.Place}), not for {Say.Quote(Tag)}";
            }
        }

        if (!claims.Sources.Any(source => source.Repository == Repository && source.Commit is not null))
        {
            var others = claims.Sources.Select(source => Say.Path(source.Repository)).Distinct(StringComparer.Ordinal).ToList();
            yield return $"names no commit of {Repository} as its source{(others.Count == 0 ? "" : $"; it names {AssertionFinding.Some(others)}")}";
        }

        if (claims.Builder is not { } builder)
        {
            yield return "does not say who built it";
        }
        else if (!(Builders.Count == 0 ? IsUsual(builder) : Builders.Any(pattern => Fits(pattern, builder))))
        {
            yield return $"was built by \"{Say.Path(builder)}\", which is "
                + (Builders.Count == 0
                    ? "neither part of the repository nor a builder that is known; name it with `builders` if that is right"
                    : "not among `builders`");
        }
    }

    private bool IsUsual(string builder) =>
        builder.StartsWith($"https://{Repository}/", StringComparison.OrdinalIgnoreCase)
            || Public.Any(prefix => builder.StartsWith(prefix, StringComparison.Ordinal));

    private static bool Fits(string pattern, string builder) =>
        Regex.IsMatch(
            builder,
            "^" + Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal) + @"\z",
            RegexOptions.NonBacktracking | RegexOptions.Singleline);
}

/// <summary>
/// Whose keyless attestations count for a release: who is named, else any workflow of GitHub that ran for the repository at the commit. The certificate says
/// so, not the statement; and of provenance, whoever signed must be the builder that it names.
/// </summary>
/// <param name="Identity">A pattern.</param>
/// <param name="Issuer">Who vouches for it.</param>
/// <param name="RunnerEnvironment">Where the workflow ran.</param>
/// <param name="Expected">Where the release is from; <see langword="null"/> where that is not known.</param>
internal sealed record KeylessBuilder(string? Identity, string? Issuer, string? RunnerEnvironment, ExpectedProvenance? Expected)
{
    private const string Runner = "https://github.com/actions/runner";
    private const string Provenance = "https://slsa.dev/provenance/";

    public string? Refusal(FulcioCertificate signer, Statement claim)
    {
        var wanted = new SignerPolicy { Identity = Identity, Issuer = Issuer ?? SignerPolicy.GitHubIssuer, RunnerEnvironment = RunnerEnvironment };
        return wanted.Refusal(signer) ?? (Identity is null ? OfSource(signer) : null) ?? OfBuilder(signer, claim);
    }

    private string? OfSource(FulcioCertificate signer)
    {
        if (Expected is null)
        {
            return $"is signed keyless by {Say.Path(signer.Identity)}, and the release's repository or commit is not known: say who may sign, with "
                + "`identity` and `issuer`";
        }

        return signer.SourceRepository is not { } source || ProvenanceSource.RepositoryOf(source) != Expected.Repository
            ? $"is signed by a workflow that ran for {Say.Path(signer.SourceRepository ?? "no repository")}, not for {Expected.Repository}"
            : signer.SourceCommit != Expected.Commit
                ? $"is signed by a workflow that ran for commit {Say.Path(signer.SourceCommit ?? "of no name")}, not for {Expected.Commit}"
                : null;
    }

    /// <summary>What a workflow says of its builder, when another could be meant.</summary>
    private static string? OfBuilder(FulcioCertificate signer, Statement claim) =>
        claim.PredicateType.StartsWith(Provenance, StringComparison.Ordinal)
            && ProvenanceClaims.Read(claim.Predicate).Builder is { } builder
            && builder != signer.Identity
            && builder != signer.Workflow
            && !builder.StartsWith(Runner, StringComparison.Ordinal)
                ? $"says that {Say.Path(builder)} built it, and {Say.Path(signer.Identity)} signed"
                : null;
}
