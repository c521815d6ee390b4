namespace Gates.Attestation.Signing;

/// <summary>How a command is to sign, as its caller says.</summary>
internal sealed record SigningRequest
{
    /// <value>A private key: a file, or a key of a token (<c>pkcs11:</c>); <see langword="null"/> for what the environment has.</value>
    public string? Key { get; init; }

    /// <value>Whether to sign with a certificate of minutes in place of a key.</value>
    public bool IsKeyless { get; init; }

    /// <value>Names the services that are asked without a key.</value>
    public string? Services { get; init; }

    /// <value>Stamps what a key signs (RFC 3161).</value>
    public Uri? TimestampAuthority { get; init; }

    /// <value>With what signatures and stamps are verified before they are kept; <see langword="null"/> for that of the default branch.</value>
    public string? TrustedRoot { get; init; }

    /// <value>Whether everybody may learn of a private repository that it signs.</value>
    public bool MayRevealPrivate { get; init; }
}
