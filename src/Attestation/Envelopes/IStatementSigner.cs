using Gates.Attestation.Cryptography;

namespace Gates.Attestation.Envelopes;

/// <summary>Makes signed bundles of statements.</summary>
internal interface IStatementSigner : IDisposable
{
    /// <value>Whose signature it is: a key's id, or the identity that a certificate names.</value>
    string KeyId { get; }

    /// <value><see langword="null"/> for a signer without a key of its own.</value>
    Ed25519PublicKey? PublicKey { get; }

    /// <returns>The bundle's bytes.</returns>
    /// <exception cref="Formats.Foundation.EvaluationException">It could not be made, or would not hold.</exception>
    Task<byte[]> SignAsync(ReadOnlyMemory<byte> statement, CancellationToken cancellationToken);
}

/// <summary>Signs with a key that is at hand: same statement, same bytes.</summary>
/// <param name="key">Disposed of with it.</param>
internal sealed class KeySigner(Ed25519PrivateKey key) : IStatementSigner
{
    public string KeyId => key.KeyId;

    public Ed25519PublicKey PublicKey => key.PublicKey;

    public Task<byte[]> SignAsync(ReadOnlyMemory<byte> statement, CancellationToken cancellationToken) =>
        Task.FromResult(SigstoreBundle.Sign(statement, key).ToBytes());

    public void Dispose() => key.Dispose();
}
