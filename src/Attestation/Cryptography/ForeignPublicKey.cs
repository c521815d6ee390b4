using System.Security.Cryptography;

namespace Gates.Attestation.Cryptography;

/// <summary>
/// A public key as other tools sign with: ECDSA over P-256, P-384 and P-521 with the hash of its size (FIPS 186-5; cosign's default is P-256), RSA of 2048
/// bits or more with SHA-256 (PKCS #1 v1.5 or PSS, RFC 8017). We sign with neither.
/// </summary>
internal sealed class ForeignPublicKey : IPublicKey
{
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string EllipticCurve = "1.2.840.10045.2.1";
    private const int MinRsaBits = 2048;
    private const int MaxRsaBits = 16_384;

    private readonly byte[] info;

    private ForeignPublicKey(byte[] info, HashAlgorithmName? curveHash)
    {
        this.info = info;
        CurveHash = curveHash;
        KeyId = Convert.ToBase64String(SHA256.HashData(info));
    }

    public string KeyId { get; }

    public ReadOnlyMemory<byte> SubjectPublicKeyInfo => info;

    /// <value>The hash of the curve's size; <see langword="null"/> for a key of RSA.</value>
    public HashAlgorithmName? CurveHash { get; }

    /// <param name="der">SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).</param>
    /// <exception cref="EvidenceFormatException">Damaged, weak, or of an algorithm that is not checked here.</exception>
    public static ForeignPublicKey From(ReadOnlySpan<byte> der)
    {
        try
        {
            var algorithm = PublicKeyAlgorithm(der);
            return algorithm switch
            {
                EllipticCurve => new ForeignPublicKey(der.ToArray(), HashOf(der)),
                Rsa => new ForeignPublicKey(Demand(der), null),
                _ => throw new EvidenceFormatException($"a public key of the algorithm {algorithm}; Ed25519, ECDSA and RSA are known"),
            };
        }
        catch (Exception e) when (e is CryptographicException or System.Formats.Asn1.AsnContentException)
        {
            throw new EvidenceFormatException("a public key that is damaged, or on a curve that is not known", e);
        }
    }

    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var hash = CurveHash ?? HashAlgorithmName.SHA256;
        var digest = CryptographicOperations.HashData(hash, message);
        return CurveHash is not null
            ? VerifyDigest(hash, digest, signature, null)
            : VerifyDigest(hash, digest, signature, RSASignaturePadding.Pkcs1) || VerifyDigest(hash, digest, signature, RSASignaturePadding.Pss);
    }

    /// <summary>Whether the signature is of a message with this digest and this key.</summary>
    /// <param name="hash">What made the digest.</param>
    /// <param name="digest">The digest.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="padding">How a key of RSA signed; <see langword="null"/> for a key of ECDSA.</param>
    public bool VerifyDigest(HashAlgorithmName hash, byte[] digest, ReadOnlySpan<byte> signature, RSASignaturePadding? padding)
    {
        try
        {
            if (padding is null)
            {
                using var curve = ECDsa.Create();
                curve.ImportSubjectPublicKeyInfo(info, out _);
                return curve.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence);
            }

            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(info, out _);
            return rsa.VerifyHash(digest, signature, hash, padding);
        }
        catch (CryptographicException)
        {
            // A signature that is not even in the form of one.
            return false;
        }
    }

    public override string ToString() => KeyId;

    private static string PublicKeyAlgorithm(ReadOnlySpan<byte> der)
    {
        var reader = new System.Formats.Asn1.AsnReader(der.ToArray(), System.Formats.Asn1.AsnEncodingRules.DER).ReadSequence();
        return reader.ReadSequence().ReadObjectIdentifier();
    }

    private static HashAlgorithmName HashOf(ReadOnlySpan<byte> der)
    {
        using var curve = ECDsa.Create();
        curve.ImportSubjectPublicKeyInfo(der, out _);
        return curve.KeySize switch
        {
            256 => HashAlgorithmName.SHA256,
            384 => HashAlgorithmName.SHA384,
            521 => HashAlgorithmName.SHA512,
            _ => throw new EvidenceFormatException(FormattableString.Invariant($"an ECDSA key of {curve.KeySize} bits; P-256, P-384 and P-521 are known")),
        };
    }

    private static byte[] Demand(ReadOnlySpan<byte> der)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(der, out _);
        return rsa.KeySize is >= MinRsaBits and <= MaxRsaBits
            ? der.ToArray()
            : throw new EvidenceFormatException(
                FormattableString.Invariant($"an RSA key of {rsa.KeySize} bits; {MinRsaBits} is the least, {MaxRsaBits} the most"));
    }
}
