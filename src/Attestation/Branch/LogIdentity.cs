using Gates.Attestation.Cryptography;
using Gates.Attestation.Log;

namespace Gates.Attestation.Branch;

/// <summary>Whose log it is, and who signs it: one log a year.</summary>
/// <param name="Repository">What its names begin with: <c>github.com/acme/app</c>.</param>
/// <param name="Key">The log's key; the caller disposes of it.</param>
/// <param name="Trusted">The public keys whose checkpoints count, this one's among them.</param>
internal sealed record LogIdentity(string Repository, Ed25519PrivateKey Key, IReadOnlyList<Ed25519PublicKey> Trusted)
{
    public NoteSigner Signer(int year) => new(Origin(year), Key);

    public IReadOnlyList<NoteVerifier> Verifiers(int year) => [.. Trusted.Select(key => new NoteVerifier(Origin(year), key))];

    public static string Branch(int year) => FormattableString.Invariant($"gates-evidence/{year:D4}");

    public string Origin(int year) => FormattableString.Invariant($"{Repository}/{year:D4}");
}
