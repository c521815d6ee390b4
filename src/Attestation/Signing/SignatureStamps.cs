using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Gates.Doors.Sigstore;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Signing;

/// <summary>Asks timestamp authorities to vouch for the time of a signature (RFC 3161).</summary>
internal sealed class SignatureStamps(SigstoreClient client)
{
    private const int NonceBytes = 8;

    /// <param name="authority">Whom to ask.</param>
    /// <param name="signature">What the stamp is about.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The whole answer (TimeStampResp), as bundles carry it.</returns>
    /// <exception cref="EvaluationException">There is no answer, or it is about something else.</exception>
    public async Task<ReadOnlyMemory<byte>> StampAsync(Uri authority, byte[] signature, CancellationToken cancellationToken)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(
            signature,
            HashAlgorithmName.SHA256,
            nonce: RandomNumberGenerator.GetBytes(NonceBytes),
            requestSignerCertificates: true);
        var answer = await client.StampAsync(authority, request.Encode(), cancellationToken);
        try
        {
            request.ProcessResponse(answer, out var length);
            return length == answer.Length ? answer : throw Refuse(authority, "bytes follow it", null);
        }
        catch (CryptographicException e)
        {
            throw Refuse(authority, e.Message, e);
        }
    }

    private static EvaluationException Refuse(Uri authority, string why, Exception? inner) =>
        new($"the timestamp authority at {authority.Authority}: its answer is not a timestamp of this signature: {why}", inner);
}
