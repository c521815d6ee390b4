using System.Text.Json.Serialization;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>An entry of <c>facts.provenance</c>. Its settable properties are its keys.</summary>
internal sealed class ProvenanceQuery
{
    [Option("The files that were built, also of those that git ignores.", Required = true, Glob = true)]
    public IReadOnlyList<string> Artifacts { get; set; } = [];

    [Option("Their provenance: DSSE envelopes and Sigstore bundles, one a file or one a line.", Required = true, Glob = true)]
    public IReadOnlyList<string> Bundles { get; set; } = [];

    [Option("The repository that provenance must name as its source, such as github.com/acme/app. Default: that of the job.")]
    public string? SourceRepository { get; set; }

    [Option("Whose keyless signature counts, as for `signed_by`. Default: any workflow of GitHub that ran for the source repository at the commit.")]
    public string? Identity { get; set; }

    [Option("Who must vouch for that identity, exactly. Needed with `identity`.")]
    public string? Issuer { get; set; }

    [Option("Builders beside SLSA's generator on GitHub (level 3) and GitHub's runners (level 2), by who signs for them.")]
    public IReadOnlyList<LevelledBuilder> Builders { get; set; } = [];

    public static OptionClass Options { get; } = OptionClass.Of<ProvenanceQuery>(QueryJson.Default);

    /// <summary>What is wrong with it beyond the types of its values; <see langword="null"/> when nothing is.</summary>
    public string? Refuse() => Identity is null != Issuer is null
        ? "`identity` and `issuer` are given together: an identity means nothing without who vouches for it"
        : Builders.Select(one => one.Refuse()).OfType<string>().FirstOrDefault() is { } problem ? $"`builders`: {problem}"
        : null;
}

/// <summary>What the JSON source generator knows of the keys of queries.</summary>
[JsonSerializable(typeof(ProvenanceQuery), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SummaryQuery), GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class QueryJson : JsonSerializerContext;
