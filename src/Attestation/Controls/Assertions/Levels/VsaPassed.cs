using Gates.Attestation.Envelopes;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Statements;
using Gates.Formats.Documents;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>Somebody else's verification summary says that the files, or the commit, passed, with the levels that are asked for.</summary>
internal sealed class VsaPassed : Assertion
{
    /// <value>0.2 has its fields' names with underscores, and one level.</value>
    private const string Old = "https://slsa.dev/verification_summary/v0.2";

    [Option("The `verifier.id`, exactly.", Required = true)]
    public string Verifier { get; set; } = "";

    [Option("The ids of the keys that sign for that verifier.")]
    public IReadOnlyList<string> Keys { get; set; } = [];

    [Option("Who signs keyless for that verifier, as for `signed_by`.")]
    public string? Identity { get; set; }

    [Option("Who must vouch for that identity, exactly. Needed with `identity`.")]
    public string? Issuer { get; set; }

    [Option("The `resourceUri` that is meant. A pattern: * stands for any characters but / and @, ** for any at all.", Required = true)]
    public string Resource { get; set; } = "";

    [Option("The levels that it must say, such as SLSA_BUILD_LEVEL_2; a higher one of the same track will do. Default: none.")]
    public IReadOnlyList<string> Levels { get; set; } = [];

    [Option("A glob over evidence and release files that it must be about. Default: every release file that is named to `gates attest`.", Glob = true)]
    public string? Subject { get; set; }

    [Option("Whether it must be about the release's commit, instead of files.")]
    public bool Commit { get; set; }

    public override IEnumerable<(string Key, string Message)> Problems() => ForeignSummary.Refuse(Keys, Identity, Issuer) is { } problem ? [problem]
        : SummaryAbout.Refuse(Subject, Commit) is { } wrong ? [wrong]
        : [];

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(Check(context.Scope, context.Items));

    /// <summary>Holds these files against it.</summary>
    public AssertionFinding Check(AssertionScope scope, IReadOnlyList<EvidenceItem> items)
    {
        var trust = ForeignSummary.Of(Verifier, Keys, Identity, Issuer);
        return SummaryAbout.Judge(
            (scope, items),
            (Subject, Commit),
            (read, one) => Refusal(trust, read, one),
            $"{Verifier} says PASSED{(Levels.Count > 0 ? " with " + string.Join(", ", Levels) : "")}");
    }

    private string? Refusal(ForeignSummary trust, SignedStatement read, SummaryAbout about)
    {
        var predicate = read.Claim?.Predicate ?? default;
        var isOld = read.Claim?.PredicateType == Old;
        var verifier = predicate.Member("verifier").Member("id").Text();
        if (trust.Refusal(read, about.Is, [ReleaseDecision.PredicateType, Old], verifier) is { } refusal)
        {
            return refusal;
        }

        var resource = predicate.Member(isOld ? "resource_uri" : "resourceUri").Text();
        var result = predicate.Member(isOld ? "verification_result" : "verificationResult").Text();
        IReadOnlyList<string> levels = isOld ? [predicate.Member("policy_level").Text() ?? ""] : predicate.Member("verifiedLevels").Texts();
        return resource is null || !SignerPolicy.Fits(Resource, resource) ? $"is about the resource {Say.Path(resource ?? "of no name")}, not {Resource}"
            : result != "PASSED" ? $"says {Say.Path(result ?? "nothing")}, not PASSED"
            : Levels.FirstOrDefault(level => !SlsaLevels.Has(levels, level)) is { } lacking
                ? $"does not say {lacking}; it says {AssertionFinding.Some([.. levels.Select(Say.Path)])}"
            : null;
    }
}
