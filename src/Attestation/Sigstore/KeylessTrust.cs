namespace Gates.Attestation.Sigstore;

/// <summary>Whom to believe without a key: instances of Sigstore, and the signer that they must vouch for.</summary>
/// <param name="Signer"><see langword="null"/> when nobody was named: a signature may then be sound, and still says nothing.</param>
/// <param name="Artifact">The file that signatures must be about; <see langword="null"/> for whichever they are.</param>
internal sealed record KeylessTrust(TrustedRoots Roots, SignerPolicy? Signer, SignedArtifact? Artifact);
