using System.Formats.Asn1;
using System.Security.Cryptography;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Cryptography;

/// <summary>Keys as <c>openssl genpkey -algorithm ed25519</c> and <c>openssl pkey -pubout</c> write them: PKCS#8 and SubjectPublicKeyInfo (RFC 8410).</summary>
internal static class KeyPem
{
    private const string Algorithm = "1.3.101.112";
    private const string Advice = "make one with `gates keys new`, or with `openssl genpkey -algorithm ed25519`";

    /// <value>The DER before the 32 bytes of a public key.</value>
    public static ReadOnlySpan<byte> PublicPrefix => [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

    private static ReadOnlySpan<byte> PrivatePrefix => [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

    /// <param name="pem">The text; nothing of it reaches an error message.</param>
    /// <param name="source">How to name it to the user.</param>
    /// <exception cref="UsageException">It holds no such key.</exception>
    public static Ed25519PrivateKey ReadPrivate(ReadOnlySpan<char> pem, string source)
    {
        if (!PemEncoding.TryFind(pem, out var fields))
        {
            throw new UsageException($"{source}: holds no PEM key; {Advice}");
        }

        if (pem[fields.Label] is not "PRIVATE KEY")
        {
            throw new UsageException($"{source}: {NotPrivate(pem[fields.Label])}; {Advice}");
        }

        var der = GC.AllocateUninitializedArray<byte>(fields.DecodedDataLength, pinned: true);
        try
        {
            return Convert.TryFromBase64Chars(pem[fields.Base64Data], der, out _)
                ? Ed25519PrivateKey.From(Seed(der, source).Span)
                : throw new UsageException($"{source}: the PEM's base64 is damaged");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(der);
        }
    }

    /// <summary>Every public key of a PEM text.</summary>
    /// <exception cref="EvidenceFormatException">There is none, or one that cannot be used.</exception>
    public static IReadOnlyList<IPublicKey> ReadPublic(ReadOnlySpan<char> pem, string source)
    {
        var keys = new List<IPublicKey>();
        while (PemEncoding.TryFind(pem, out var fields))
        {
            var label = pem[fields.Label].ToString();
            if (label != "PUBLIC KEY")
            {
                throw new EvidenceFormatException($"{source}: holds a {label}, where a PUBLIC KEY is wanted; `openssl pkey -in FILE -pubout` prints it");
            }

            var der = Convert.FromBase64String(pem[fields.Base64Data].ToString());
            keys.Add(der.AsSpan().StartsWith(PublicPrefix) ? ReadPublicInfo(der, source) : Foreign(der, source));
            pem = pem[fields.Location.End..];
        }

        return keys.Count > 0 ? keys : throw new EvidenceFormatException($"{source}: holds no PEM public key");
    }

    private static ForeignPublicKey Foreign(byte[] der, string source)
    {
        try
        {
            return ForeignPublicKey.From(der);
        }
        catch (EvidenceFormatException e)
        {
            throw new EvidenceFormatException($"{source}: {e.Message}", e);
        }
    }

    /// <param name="der">SubjectPublicKeyInfo.</param>
    /// <param name="source">How to name it to the user.</param>
    /// <exception cref="EvidenceFormatException">Not a usable Ed25519 key.</exception>
    public static Ed25519PublicKey ReadPublicInfo(ReadOnlySpan<byte> der, string source)
    {
        if (!der.StartsWith(PublicPrefix) || der.Length != PublicPrefix.Length + Ed25519PublicKey.Length)
        {
            throw new EvidenceFormatException($"{source}: not an Ed25519 public key (RFC 8410)");
        }

        try
        {
            return Ed25519PublicKey.From(der[PublicPrefix.Length..]);
        }
        catch (EvidenceFormatException e)
        {
            throw new EvidenceFormatException($"{source}: {e.Message}", e);
        }
    }

    public static string WritePublic(Ed25519PublicKey key) => PemEncoding.WriteString("PUBLIC KEY", key.SubjectPublicKeyInfo.Span) + "\n";

    internal static char[] WritePrivate(ReadOnlySpan<byte> seed)
    {
        var der = GC.AllocateUninitializedArray<byte>(PrivatePrefix.Length + seed.Length, pinned: true);
        try
        {
            PrivatePrefix.CopyTo(der);
            seed.CopyTo(der.AsSpan(PrivatePrefix.Length));
            return PemEncoding.Write("PRIVATE KEY", der);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(der);
        }
    }

    private static ReadOnlyMemory<byte> Seed(ReadOnlyMemory<byte> der, string source)
    {
        try
        {
            var info = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
            _ = info.ReadInteger();
            var algorithm = info.ReadSequence().ReadObjectIdentifier();
            if (algorithm != Algorithm)
            {
                throw new UsageException($"{source}: a key of another algorithm ({algorithm}); {Advice}");
            }

            // Read in place: the inner octet string is the seed, and no copy of it may outlive the buffer.
            return info.TryReadPrimitiveOctetString(out var inner) && new AsnReader(inner, AsnEncodingRules.DER).TryReadPrimitiveOctetString(out var seed)
                ? seed
                : throw new UsageException($"{source}: the PKCS#8 structure is damaged");
        }
        catch (AsnContentException e)
        {
            throw new UsageException($"{source}: the PKCS#8 structure is damaged ({e.Message})");
        }
    }

    private static string NotPrivate(ReadOnlySpan<char> label) => label switch
    {
        "ENCRYPTED PRIVATE KEY" => "the key is encrypted, which a job cannot use; keep it as a secret, or decrypt it with `openssl pkey -in FILE`",
        "OPENSSH PRIVATE KEY" => "an OpenSSH key, which OpenSSL cannot read",
        "PUBLIC KEY" => "a public key, where the private one is wanted",
        _ => $"a PEM {label}, where a PRIVATE KEY (PKCS#8) is wanted",
    };
}
