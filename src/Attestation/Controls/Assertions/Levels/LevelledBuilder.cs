using Gates.Attestation.Sigstore;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>A builder whose provenance shows a level: known by who signs for it, never by its name alone.</summary>
internal sealed class LevelledBuilder
{
    [Option("Who signs for it keyless: the address of its workflow with its ref. A pattern: * stands for any characters but / and @, ** for any at all.")]
    public string? Identity { get; set; }

    [Option("Who must vouch for that identity, exactly.")]
    public string Issuer { get; set; } = SignerPolicy.GitHubIssuer;

    [Option("The id of the key that signs for it, instead of an identity.")]
    public string? Key { get; set; }

    [Option("Its builder.id in provenance, exactly. Needed with `key`. Default: whatever fits the identity.")]
    public string? Id { get; set; }

    [Option("The level of SLSA's build track that it has.", Required = true, Min = 1, Max = 3)]
    public int Level { get; set; }

    /// <summary>What is wrong with it; <see langword="null"/> when nothing is.</summary>
    public string? Refuse() => this switch
    {
        { Identity: null, Key: null } => "a builder is known by who signs for it: give `identity` or `key`",
        { Identity: not null, Key: not null } => "give `identity` or `key`, not both",
        { Key: not null, Id: null } => "a key signs whatever it is given: say for which builder, with `id`",
        _ => null,
    };
}
