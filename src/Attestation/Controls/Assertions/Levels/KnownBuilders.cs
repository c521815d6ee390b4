using Gates.Attestation.Sigstore;

namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>
/// Which level a signer shows. The table holds builders whose isolation is their own promise; everything else that GitHub hosts is level 2, since a job can
/// change what the same job signs.
/// </summary>
/// <param name="Named">Those that a configuration adds.</param>
internal sealed record KnownBuilders(IReadOnlyList<LevelledBuilder> Named)
{
    private const string Generator = "https://github.com/slsa-framework/slsa-github-generator/.github/workflows/";
    private const string Hosted = "github-hosted";
    private const string SelfHosted = "self-hosted";

    /// <value>Called workflows that build and sign in jobs which the caller has no hand in, at their release tags.</value>
    public static IReadOnlyList<LevelledBuilder> Table { get; } =
    [
        new() { Identity = Generator + "builder_*_slsa3.yml@refs/tags/v*", Level = 3 },
        new() { Identity = Generator + "generator_*_slsa3.yml@refs/tags/v*", Level = 3 },
        new() { Identity = Generator + "delegator_*_slsa3.yml@refs/tags/v*", Level = 3 },
    ];

    /// <summary>The level that provenance shows which this signer signed, and why no higher one.</summary>
    public (int Level, string Reason) Of(FulcioCertificate signer, string builder)
    {
        if (signer.RunnerEnvironment == SelfHosted)
        {
            return (1, "it was built by a self-hosted runner, which no build platform answers for");
        }

        if (Named.Concat(Table).Where(one => IsSigner(one, signer) && (one.Id is null || one.Id == builder)).MaxBy(one => one.Level) is { } known)
        {
            return known.Level == 3 && IsOwnCaller(signer)
                ? (2, "the workflow that signed was not called by another, so the jobs that it builds in are not apart from those that signed")
                : (known.Level, FormattableString.Invariant($"it is known as a builder of level {known.Level}"));
        }

        return signer.Issuer != SignerPolicy.GitHubIssuer ? (1, "nothing says which build platform signed; name it with `builders`")
            : signer.RunnerEnvironment == Hosted ? (2, "GitHub's runners built it; that the workflow is isolated is not known: name it with `builders`")
            : (1, "its certificate does not say that GitHub's own runners built it");
    }

    /// <summary>The same of a key: only for builders that the configuration pairs with it.</summary>
    public (int Level, string Reason) Of(string keyId, string builder) => Named.Where(one => one.Key == keyId && one.Id == builder)
        .MaxBy(one => one.Level) is { } known
        ? (known.Level, FormattableString.Invariant($"its key is paired with this builder, of level {known.Level}"))
        : (1, "a key says who holds it, not which build platform signed; pair the two with `builders`");

    /// <summary>Whether somebody names a builder.</summary>
    public bool Names(string builder) => Named.Any(one => one.Id == builder || (one.Identity is { } identity && SignerPolicy.Fits(identity, builder)));

    private static bool IsOwnCaller(FulcioCertificate signer) =>
        signer.Issuer == SignerPolicy.GitHubIssuer && signer.Workflow is not null && signer.Workflow == signer.CallingWorkflow;

    private static bool IsSigner(LevelledBuilder one, FulcioCertificate signer) =>
        one.Identity is { } identity && one.Issuer == signer.Issuer && SignerPolicy.Fits(identity, signer.Identity);
}
