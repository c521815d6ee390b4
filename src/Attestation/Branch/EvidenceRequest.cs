using Gates.Attestation.Sigstore;

namespace Gates.Attestation.Branch;

/// <summary>Which evidence branch, and with which keys.</summary>
internal sealed record EvidenceRequest
{
    /// <value>The repository.</value>
    public required DirectoryInfo Workspace { get; init; }

    /// <value>Holds <c>bundles/</c>; the proofs go beside them.</value>
    public required DirectoryInfo Results { get; init; }

    /// <value>See <see cref="EvidenceRepository.OpenAsync"/>.</value>
    public string? Remote { get; init; }

    /// <value>The log's private key; <see langword="null"/> reads <c>GATES_LOG_KEY</c>.</value>
    public string? LogKey { get; init; }

    /// <value>A keyring, or PEM public keys, that signed the evidence; <see langword="null"/> reads the repository's keyring.</value>
    public string? Trust { get; init; }

    /// <value>Whose bundles without a key are taken; <see langword="null"/> for nobody's.</value>
    public KeylessTrust? Keyless { get; init; }

    /// <value>The log's name without its year; <see langword="null"/> takes the remote's host and path.</value>
    public string? Origin { get; init; }

    /// <value>The log's year; <see langword="null"/> means this one.</value>
    public int? Year { get; init; }
}
