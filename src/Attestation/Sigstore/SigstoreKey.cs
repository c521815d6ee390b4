using System.Security.Cryptography;
using Gates.Attestation.Cryptography;

namespace Gates.Attestation.Sigstore;

/// <summary>A public key with the ways of signing that are taken from it, as Sigstore's algorithm registry lists them.</summary>
internal sealed class SigstoreKey
{
    private const string Pkcs1 = "PKCS1_RSA_";

    private readonly byte[] info;
    private readonly IReadOnlyList<Scheme> schemes;
    private readonly Ed25519PublicKey? edwards;
    private readonly ForeignPublicKey? foreign;

    private SigstoreKey(byte[] info, IReadOnlyList<Scheme> schemes, ForeignPublicKey? foreign)
    {
        this.foreign = foreign;
        this.info = info;
        this.schemes = schemes;
        edwards = IsEdwards(info) ? Ed25519PublicKey.From(info.AsSpan(KeyPem.PublicPrefix.Length)) : null;
        Hash = schemes[0].Hash;
        Fingerprint = SHA256.HashData(info);
    }

    private enum Kind
    {
        Ecdsa,
        RsaPkcs1,
        RsaPss,
        Ed25519,
        Ed25519ph,
    }

    /// <value>SubjectPublicKeyInfo.</value>
    public ReadOnlySpan<byte> Info => info;

    /// <value>What a digest is made with before it is signed.</value>
    public HashAlgorithmName Hash { get; }

    /// <value>SHA-256 of <see cref="Info"/>: the id of a log by RFC 6962, and what a checkpoint's key hint begins with.</value>
    public byte[] Fingerprint { get; }

    /// <value>The raw key, where it is one of Ed25519.</value>
    public Ed25519PublicKey? Edwards => edwards;

    /// <summary>A certificate's key or one that is given as such: every way of signing that is usual with its type.</summary>
    /// <exception cref="EvidenceFormatException">Weak, damaged, or of an algorithm that is not known.</exception>
    public static SigstoreKey From(ReadOnlySpan<byte> info)
    {
        if (IsEdwards(info))
        {
            return new SigstoreKey(info.ToArray(), [new(Kind.Ed25519, HashAlgorithmName.SHA512), new(Kind.Ed25519ph, HashAlgorithmName.SHA512)], null);
        }

        var known = ForeignPublicKey.From(info);
        IReadOnlyList<Scheme> ways = known.CurveHash is not { } hash
            ? [new(Kind.RsaPkcs1, HashAlgorithmName.SHA256), new(Kind.RsaPss, HashAlgorithmName.SHA256)]
            // Older clients took SHA-256 with every curve.
            : hash == HashAlgorithmName.SHA256 ? [new(Kind.Ecdsa, hash)] : [new(Kind.Ecdsa, hash), new(Kind.Ecdsa, HashAlgorithmName.SHA256)];
        return new SigstoreKey(info.ToArray(), ways, known);
    }

    /// <summary>A key as a trusted root or an entry of Rekor v2 has it: its details name the one way of signing.</summary>
    /// <param name="details">Such as <c>PKIX_ECDSA_P256_SHA_256</c>.</param>
    /// <param name="bytes">The key.</param>
    /// <inheritdoc cref="From(ReadOnlySpan{byte})" path="/exception"/>
    public static SigstoreKey From(string details, ReadOnlySpan<byte> bytes)
    {
        var spki = details.StartsWith(Pkcs1, StringComparison.Ordinal) ? InfoOf(bytes) : bytes.ToArray();
        var key = From(spki);
        Scheme? wanted = details switch
        {
            "PKIX_ED25519" => new(Kind.Ed25519, HashAlgorithmName.SHA512),
            "PKIX_ED25519_PH" => new(Kind.Ed25519ph, HashAlgorithmName.SHA512),
            "PKIX_ECDSA_P384_SHA_256" or "PKIX_ECDSA_P521_SHA_256" => new(Kind.Ecdsa, HashAlgorithmName.SHA256),
            _ when details.StartsWith("PKIX_ECDSA_P256_", StringComparison.Ordinal) => new(Kind.Ecdsa, HashAlgorithmName.SHA256),
            "PKIX_ECDSA_P384_SHA_384" => new(Kind.Ecdsa, HashAlgorithmName.SHA384),
            "PKIX_ECDSA_P521_SHA_512" => new(Kind.Ecdsa, HashAlgorithmName.SHA512),
            _ when details.Contains("_RSA_PKCS1V", StringComparison.Ordinal) => new(Kind.RsaPkcs1, HashAlgorithmName.SHA256),
            _ when details.Contains("_RSA_PSS", StringComparison.Ordinal) => new(Kind.RsaPss, HashAlgorithmName.SHA256),
            _ => null,
        };
        return wanted is { } scheme && key.schemes.Contains(scheme)
            ? new SigstoreKey(spki, [scheme], key.foreign)
            : throw new EvidenceFormatException($"`{details}` is not an algorithm that is known, or not the key's");
    }

    /// <summary>Whether the signature is of this message and this key.</summary>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        foreach (var scheme in schemes)
        {
            if (scheme.Kind switch
            {
                Kind.Ed25519 => edwards!.Verify(message, signature),
                Kind.Ed25519ph => edwards!.VerifyPreHashed(message, signature),
                _ => VerifyDigest(scheme, CryptographicOperations.HashData(scheme.Hash, message), signature),
            })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same where only the message's digest is known: never true of Ed25519, which signs the message itself.</summary>
    public bool VerifyDigest(HashAlgorithmName hash, byte[] digest, ReadOnlySpan<byte> signature)
    {
        foreach (var scheme in schemes)
        {
            if (scheme.Hash == hash && edwards is null && VerifyDigest(scheme, digest, signature))
            {
                return true;
            }
        }

        return false;
    }

    private bool VerifyDigest(Scheme scheme, byte[] digest, ReadOnlySpan<byte> signature)
    {
        var padding = scheme.Kind switch { Kind.RsaPss => RSASignaturePadding.Pss, Kind.RsaPkcs1 => RSASignaturePadding.Pkcs1, _ => null };
        return foreign!.VerifyDigest(scheme.Hash, digest, signature, padding);
    }

    private static bool IsEdwards(ReadOnlySpan<byte> info) =>
        info.StartsWith(KeyPem.PublicPrefix) && info.Length == KeyPem.PublicPrefix.Length + Ed25519PublicKey.Length;

    private static byte[] InfoOf(ReadOnlySpan<byte> pkcs1)
    {
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportRSAPublicKey(pkcs1, out _);
            return rsa.ExportSubjectPublicKeyInfo();
        }
        catch (CryptographicException e)
        {
            throw new EvidenceFormatException("an RSA key that is damaged", e);
        }
    }

    private readonly record struct Scheme(Kind Kind, HashAlgorithmName Hash);
}
