using System.Collections.Concurrent;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Signing;

/// <summary>Gives the same bundle for the same statement where its signer would make another each time: others can then name it by its digest.</summary>
internal sealed class SignedOnce(IStatementSigner signer) : IStatementSigner
{
    private readonly ConcurrentDictionary<string, byte[]> made = new(StringComparer.Ordinal);

    public string KeyId => signer.KeyId;

    public Ed25519PublicKey? PublicKey => signer.PublicKey;

    public async Task<byte[]> SignAsync(ReadOnlyMemory<byte> statement, CancellationToken cancellationToken)
    {
        var digest = Sha256Hex.Of(statement.ToArray());
        return made.TryGetValue(digest, out var bundle) ? bundle : made.GetOrAdd(digest, await signer.SignAsync(statement, cancellationToken));
    }

    public void Dispose() => signer.Dispose();
}
