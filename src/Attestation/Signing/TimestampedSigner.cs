using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Sigstore;
using Gates.Doors.Sigstore;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Signing;

/// <summary>Signs with a key, and has an authority vouch for the time: such a signature counts also when its key has ended.</summary>
/// <param name="key">Disposed of with it.</param>
/// <param name="client">Disposed of with it.</param>
/// <param name="authority">Who vouches.</param>
/// <param name="roots">One of them must name the authority.</param>
internal sealed class TimestampedSigner(Ed25519PrivateKey key, SigstoreClient client, Uri authority, TrustedRoots roots) : IStatementSigner
{
    public string KeyId => key.KeyId;

    public Ed25519PublicKey PublicKey => key.PublicKey;

    public async Task<byte[]> SignAsync(ReadOnlyMemory<byte> statement, CancellationToken cancellationToken)
    {
        var bundle = SigstoreBundle.Sign(statement, key);
        var stamp = await new SignatureStamps(client).StampAsync(authority, bundle.Envelope.Signatures[0].Bytes.ToArray(), cancellationToken);
        var bytes = (bundle with { Timestamps = [stamp] }).ToBytes();
        try
        {
            var known = SigstoreKey.From(key.PublicKey.SubjectPublicKeyInfo.Span);
            return BundleVerifier.ProvenTime(ForeignBundle.Read(bytes, "the bundle"), known, roots, null) is null
                ? throw new SigstoreRefusal(VerificationStep.Time, "it is of an authority that is not there")
                : bytes;
        }
        catch (SigstoreRefusal e)
        {
            throw new EvaluationException(
                $"the timestamp of {authority.Authority} does not hold by {roots.Source}, so nobody would believe it, and it is not kept: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        key.Dispose();
        client.Dispose();
    }
}
