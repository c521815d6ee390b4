using System.Security.Cryptography;
using NSec.Cryptography;

namespace Gates.Attestation.Cryptography;

/// <summary>A private key of pure Ed25519. It lives in libsodium's guarded memory only, which is cleared when it is disposed, and is never printed.</summary>
internal sealed class Ed25519PrivateKey : IDisposable
{
    private readonly Key key;

    private Ed25519PrivateKey(Key key)
    {
        this.key = key;
        PublicKey = Ed25519PublicKey.From(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    public Ed25519PublicKey PublicKey { get; }

    /// <value>See <see cref="Ed25519PublicKey.KeyId"/>.</value>
    public string KeyId => PublicKey.KeyId;

    /// <param name="seed">The 32 bytes that RFC 8032 calls the private key; the caller clears them.</param>
    public static Ed25519PrivateKey From(ReadOnlySpan<byte> seed) => seed.Length == Ed25519PublicKey.Length
        ? new Ed25519PrivateKey(Sodium.PrivateKey(seed))
        : throw new EvidenceFormatException(FormattableString.Invariant($"an Ed25519 private key has {Ed25519PublicKey.Length} bytes, not {seed.Length}"));

    /// <summary>A new key, and its PKCS#8 PEM for the one file it may be written to; the caller clears that.</summary>
    public static (Ed25519PrivateKey Key, char[] Pem) Create()
    {
        var seed = GC.AllocateUninitializedArray<byte>(Ed25519PublicKey.Length, pinned: true);
        try
        {
            RandomNumberGenerator.Fill(seed);
            return (From(seed), KeyPem.WritePrivate(seed));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> message) => SignatureAlgorithm.Ed25519.Sign(key, message);

    public override string ToString() => $"private key of {KeyId}";

    public void Dispose() => key.Dispose();
}
