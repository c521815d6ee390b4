using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>A timestamp authority (RFC 3161).</summary>
internal sealed class TestTimestamps : IDisposable
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestTimestamps(X509Certificate2 root, ECDsa rootKey, string use = "1.3.6.1.5.5.7.3.8")
    {
        var request = new CertificateRequest("CN=Test Timestamps", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], true));
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var bare = request.Create(root.SubjectName, X509SignatureGenerator.CreateForECDsa(rootKey), start, start.AddYears(9), [3]);
        Certificate = bare.CopyWithPrivateKey(key);
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>A TimeStampResp over some bytes.</summary>
    public byte[] Stamp(byte[] data, DateTimeOffset at, bool isEmbedded = true) => StampDigest(SHA256.HashData(data), at, null, isEmbedded);

    /// <summary>The same, over their digest, with the number that the asker chose.</summary>
    public byte[] StampDigest(byte[] digest, DateTimeOffset at, ReadOnlyMemory<byte>? nonce, bool isEmbedded = true)
    {
        var info = new AsnWriter(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            info.WriteInteger(1);
            info.WriteObjectIdentifier("1.3.6.1.4.1.57264.2");
            using (info.PushSequence())
            {
                using (info.PushSequence())
                {
                    info.WriteObjectIdentifier(Sha256);
                    info.WriteNull();
                }

                info.WriteOctetString(digest);
            }

            info.WriteInteger(77);
            info.WriteGeneralizedTime(at, omitFractionalSeconds: true);
            if (nonce is { } number)
            {
                info.WriteInteger(number.Span);
            }
        }

        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), info.Encode()));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, Certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = isEmbedded ? X509IncludeOption.EndCertOnly : X509IncludeOption.None,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), CertificateId()));
        cms.ComputeSignature(signer);
        var response = new AsnWriter(AsnEncodingRules.DER);
        using (response.PushSequence())
        {
            using (response.PushSequence())
            {
                response.WriteInteger(0);
            }

            response.WriteEncodedValue(cms.Encode());
        }

        return response.Encode();
    }

    public void Dispose()
    {
        key.Dispose();
        Certificate.Dispose();
    }

    /// <summary>SigningCertificateV2 (RFC 5816).</summary>
    private byte[] CertificateId()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(Certificate.RawData));
        }

        return writer.Encode();
    }
}
