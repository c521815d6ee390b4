using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gates.Attestation.Sigstore;
using Gates.Doors.Sigstore;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Signing;

/// <summary>A key of this process alone, which no file ever holds, and the certificate of minutes that says whose it is.</summary>
internal sealed class SigningCertificate : IDisposable
{
    /// <value>How long before its end it is not begun with any more.</value>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly ECDsa key;
    private readonly DateTimeOffset end;

    private SigningCertificate(ECDsa key, byte[] der, DateTimeOffset end)
    {
        this.key = key;
        this.end = end;
        Der = der;
    }

    public byte[] Der { get; }

    /// <param name="client">Asks.</param>
    /// <param name="authority">Fulcio.</param>
    /// <param name="token">Who the job is.</param>
    /// <param name="identity">Whose certificate it must be.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="EvaluationException">There is none, or it is not for this key and this job.</exception>
    public static async Task<SigningCertificate> RequestAsync(
        SigstoreClient client, Uri authority, IdentityToken token, KeylessIdentity identity, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // The certificate disposes of its key; without one the key is disposed of below.
        var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
#pragma warning restore CA2000
        try
        {
            var proof = made.SignData(Encoding.UTF8.GetBytes(token.Subject ?? ""), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            var chain = await client.CertifyAsync(authority, token, made.ExportSubjectPublicKeyInfoPem() + "\n", proof, cancellationToken);
            var der = Decode(chain[0]) ?? throw Refuse(authority, "what it gave is no certificate in PEM");
            using var certificate = Load(der, authority);
            if (!certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(made.ExportSubjectPublicKeyInfo()))
            {
                throw Refuse(authority, "it certified another key");
            }

            var signer = FulcioCertificate.Read(certificate);
            return signer.Identity == identity.Name && signer.Issuer == identity.Issuer
                ? new SigningCertificate(made, der, new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero))
                : throw Refuse(
                    authority,
                    $"it certified {signer.Identity}, for whom {signer.Issuer} vouches; this job is {identity.Name} of {identity.Issuer}");
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    public bool CountsFor(DateTimeOffset now) => now + Margin < end;

    public byte[] Sign(byte[] message)
    {
        lock (key)
        {
            return key.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    public void Dispose() => key.Dispose();

    private static byte[]? Decode(string pem) =>
        PemEncoding.TryFind(pem, out var fields) && pem[fields.Label] == "CERTIFICATE" ? Convert.FromBase64String(pem[fields.Base64Data]) : null;

    private static X509Certificate2 Load(byte[] der, Uri authority)
    {
        try
        {
            return ForeignBundle.Load(der, "its certificate");
        }
        catch (EvidenceFormatException e)
        {
            throw Refuse(authority, e.Message);
        }
    }

    private static EvaluationException Refuse(Uri authority, string why) => new($"the certificate authority at {authority.Authority}: {why}");
}
