using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>An entry of <c>facts.summaries</c>. Its settable properties are its keys.</summary>
internal sealed class SummaryQuery
{
    public const string Vsa = "vsa";

    [Option("What the verifier writes: a verification summary of SLSA, or a simple verification result.", OneOf = [Vsa, "svr"])]
    public string Type { get; set; } = Vsa;

    [Option("Its statements: DSSE envelopes and Sigstore bundles, one a file or one a line.", Required = true, Glob = true)]
    public IReadOnlyList<string> Bundles { get; set; } = [];

    [Option("The files that they must be about, also of those that git ignores. Default: none, then they must be about the commit.", Glob = true)]
    public IReadOnlyList<string> Artifacts { get; set; } = [];

    [Option("The `verifier.id`, exactly.", Required = true)]
    public string Verifier { get; set; } = "";

    [Option("The ids of the keys that sign for that verifier.")]
    public IReadOnlyList<string> Keys { get; set; } = [];

    [Option("Who signs keyless for that verifier, as for `signed_by`.")]
    public string? Identity { get; set; }

    [Option("Who must vouch for that identity, exactly. Needed with `identity`.")]
    public string? Issuer { get; set; }

    [Option("For vsa, needed: the `resourceUri` that is meant. A pattern: * stands for any characters but / and @, ** for any at all.")]
    public string? Resource { get; set; }

    [Option("The levels of a vsa, or properties of an svr, that it must say; a higher level of a SLSA track will do.")]
    public IReadOnlyList<string> Levels { get; set; } = [];

    public static OptionClass Options { get; } = OptionClass.Of<SummaryQuery>(QueryJson.Default);

    /// <summary>What is wrong with it beyond the types of its values; <see langword="null"/> when nothing is.</summary>
    public string? Refuse() => ForeignSummary.Refuse(Keys, Identity, Issuer) is var (key, message) ? $"`{key}`: {message}"
        : Type == Vsa && Resource is null ? "`resource`: a summary is about a resource; say which one is meant"
        : Type != Vsa && Resource is not null ? "`resource`: only a vsa names one"
        : Type != Vsa && Levels.Count == 0 ? "`levels`: a result can only say what holds; say which properties it must have"
        : null;
}
