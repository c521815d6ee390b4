using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>Certificates as Fulcio issues them, made by hand.</summary>
internal static class TestCertificates
{
    public const string Identity = "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0";
    public const string Issuer = "https://token.actions.githubusercontent.com";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Root(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.Create(new X500DistinguishedName($"CN={name}"), X509SignatureGenerator.CreateForECDsa(key), Start, Start.AddYears(10), [1]);
    }

    public static X509Certificate2 Authority(string name, ECDsa key, X509Certificate2 root, ECDsa rootKey)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.3")], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.Create(root.SubjectName, X509SignatureGenerator.CreateForECDsa(rootKey), Start, Start.AddYears(9), [2]);
    }

    /// <summary>What a workflow of GitHub asks for.</summary>
    public static CertificateRequest Request(PublicKey key, string identity = Identity, string issuer = Issuer, string use = "1.3.6.1.5.5.7.3.3")
    {
        var request = new CertificateRequest(new X500DistinguishedName(""), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], false));
        request.CertificateExtensions.Add(Names(identity));
        request.CertificateExtensions.Add(new X509Extension("1.3.6.1.4.1.57264.1.1", Encoding.UTF8.GetBytes(issuer), false));
        foreach (var (number, text) in (ReadOnlySpan<(int, string)>)
            [
                (8, issuer), (9, identity), (11, "github-hosted"), (12, "https://github.com/acme/app"), (13, "4caeb2e69f7c3a205bcd25397ec4d0c437d0378c"),
                (14, "refs/tags/v1.0.0"), (18, identity), (20, "push"), (21, "https://github.com/acme/app/actions/runs/1/attempts/1"),
            ])
        {
            request.CertificateExtensions.Add(new X509Extension(FormattableString.Invariant($"1.3.6.1.4.1.57264.1.{number}"), Utf8(text), false));
        }

        return request;
    }

    public static X509Extension Names(params string[] identities)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var identity in identities)
            {
                var tag = identity.Contains("://", StringComparison.Ordinal) ? 6 : 1;
                writer.WriteCharacterString(UniversalTagNumber.IA5String, identity, new Asn1Tag(TagClass.ContextSpecific, tag));
            }
        }

        return new X509Extension("2.5.29.17", writer.Encode(), true);
    }

    /// <summary>The list of one timestamp of a certificate log (RFC 6962), as the extension holds it.</summary>
    public static byte[] Stamp(ECDsa log, byte[] logId, byte[] issuer, byte[] body, DateTimeOffset at)
    {
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, at.ToUnixTimeMilliseconds());
        byte[] signed = [0, 0, .. time, 0, 1, .. SHA256.HashData(issuer), (byte)(body.Length >> 16), (byte)(body.Length >> 8), (byte)body.Length, .. body, 0, 0];
        var signature = log.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        byte[] one = [0, .. logId, .. time, 0, 0, 4, 3, .. Length(signature), .. signature];
        byte[] list = [.. Length(one), .. one];
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString([.. Length(list), .. list]);
        return writer.Encode();
    }

    private static byte[] Length(byte[] bytes) => [(byte)(bytes.Length >> 8), (byte)bytes.Length];

    private static byte[] Utf8(string text)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteCharacterString(UniversalTagNumber.UTF8String, text);
        return writer.Encode();
    }
}
