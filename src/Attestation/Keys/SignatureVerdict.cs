using Gates.Attestation.Cryptography;

namespace Gates.Attestation.Keys;

/// <param name="Signer">The trusted key that signed; <see langword="null"/> when the signature does not count.</param>
/// <param name="Problem">Why it does not.</param>
internal sealed record SignatureVerdict(Ed25519PublicKey? Signer, string? Problem)
{
    /// <value>Whether a key signed that counted for this use once, and no longer did at the time that was asked about.</value>
    public bool IsTooLate { get; init; }
}
