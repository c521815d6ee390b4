using Gates.Attestation.Envelopes;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>Somebody else's simple verification result says that the files, or the commit, have the properties that are asked for.</summary>
internal sealed class SvrProperties : Assertion
{
    private const string PredicateType = "https://in-toto.io/attestation/svr/v0.2";

    [Option("The `verifier.id`, exactly.", Required = true)]
    public string Verifier { get; set; } = "";

    [Option("The ids of the keys that sign for that verifier.")]
    public IReadOnlyList<string> Keys { get; set; } = [];

    [Option("Who signs keyless for that verifier, as for `signed_by`.")]
    public string? Identity { get; set; }

    [Option("Who must vouch for that identity, exactly. Needed with `identity`.")]
    public string? Issuer { get; set; }

    [Option("The properties that it must say; a higher level of a SLSA track will do. Such a result can only say what holds.", Required = true)]
    public IReadOnlyList<string> Properties { get; set; } = [];

    [Option("A glob over evidence and release files that it must be about. Default: every release file that is named to `gates attest`.", Glob = true)]
    public string? Subject { get; set; }

    [Option("Whether it must be about the release's commit, instead of files.")]
    public bool Commit { get; set; }

    public override IEnumerable<(string Key, string Message)> Problems() => ForeignSummary.Refuse(Keys, Identity, Issuer) is { } problem ? [problem]
        : SummaryAbout.Refuse(Subject, Commit) is { } wrong ? [wrong]
        : Properties.Count == 0 ? [("properties", "are none, so any result would do; write for example [SLSA_BUILD_LEVEL_3]")]
        : [];

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(Check(context.Scope, context.Items));

    /// <summary>Holds these files against it.</summary>
    public AssertionFinding Check(AssertionScope scope, IReadOnlyList<EvidenceItem> items)
    {
        var trust = ForeignSummary.Of(Verifier, Keys, Identity, Issuer);
        return SummaryAbout.Judge(
            (scope, items), (Subject, Commit), (read, one) => Refusal(trust, read, one), $"{Verifier} says {string.Join(", ", Properties)}");
    }

    private string? Refusal(ForeignSummary trust, SignedStatement read, SummaryAbout about)
    {
        var predicate = read.Claim?.Predicate ?? default;
        if (trust.Refusal(read, about.Is, [PredicateType], predicate.Member("verifier").Member("id").Text()) is { } refusal)
        {
            return refusal;
        }

        var said = predicate.Member("properties").Texts();
        return Properties.FirstOrDefault(property => !SlsaLevels.Has(said, property)) is { } lacking ? $"does not say {lacking}" : null;
    }
}
