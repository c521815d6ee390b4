using System.Security.Cryptography;
using NSec.Cryptography;

namespace Gates.Attestation.Cryptography;

/// <summary>
/// A private key of pure Ed25519. It lives in libsodium's guarded memory only, which is cleared when it is disposed, or in a token that never gives it away;
/// it is never printed.
/// </summary>
internal sealed class Ed25519PrivateKey : IDisposable
{
    private readonly MessageSigner sign;
    private readonly IDisposable owner;

    private Ed25519PrivateKey(Ed25519PublicKey publicKey, MessageSigner sign, IDisposable owner)
    {
        PublicKey = publicKey;
        this.sign = sign;
        this.owner = owner;
    }

    private Ed25519PrivateKey(Key key)
        : this(
            Ed25519PublicKey.From(key.PublicKey.Export(KeyBlobFormat.RawPublicKey)),
            message => SignatureAlgorithm.Ed25519.Sign(key, message),
            key)
    {
    }

    /// <summary>Signs a message with a key that is somewhere else.</summary>
    public delegate byte[] MessageSigner(ReadOnlySpan<byte> message);

    public Ed25519PublicKey PublicKey { get; }

    /// <value>See <see cref="Ed25519PublicKey.KeyId"/>.</value>
    public string KeyId => PublicKey.KeyId;

    /// <param name="seed">The 32 bytes that RFC 8032 calls the private key; the caller clears them.</param>
    public static Ed25519PrivateKey From(ReadOnlySpan<byte> seed) => seed.Length == Ed25519PublicKey.Length
        ? new Ed25519PrivateKey(Sodium.PrivateKey(seed))
        : throw new EvidenceFormatException(FormattableString.Invariant($"an Ed25519 private key has {Ed25519PublicKey.Length} bytes, not {seed.Length}"));

    /// <summary>A key that others keep; each signature of it is checked, so that nobody gets one that does not hold.</summary>
    /// <param name="publicKey">32 bytes.</param>
    /// <param name="sign">Signs.</param>
    /// <param name="owner">Disposed of with the key.</param>
    public static Ed25519PrivateKey Of(ReadOnlySpan<byte> publicKey, MessageSigner sign, IDisposable owner)
    {
        var known = Ed25519PublicKey.From(publicKey);
        return new Ed25519PrivateKey(
            known,
            message => sign(message) is var signature && known.Verify(message, signature)
                ? signature
                : throw new EvidenceFormatException($"what the token signed does not hold under the public key {known} that it shows"),
            owner);
    }

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

    public byte[] Sign(ReadOnlySpan<byte> message) => sign(message);

    public override string ToString() => $"private key of {KeyId}";

    public void Dispose() => owner.Dispose();
}
