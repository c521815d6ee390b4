using System.Security.Cryptography;
using NSec.Cryptography;

namespace Gates.Attestation.Cryptography;

/// <summary>A public key of pure Ed25519 (RFC 8032 §5.1).</summary>
internal sealed class Ed25519PublicKey : IPublicKey, IEquatable<Ed25519PublicKey>
{
    /// <value>Bytes of a raw public key, and of a private key's seed.</value>
    public const int Length = 32;

    public const int SignatureLength = 64;

    private readonly byte[] bytes;
    private readonly Lazy<PublicKey?> loaded;

    private Ed25519PublicKey(byte[] bytes)
    {
        this.bytes = bytes;
        loaded = new Lazy<PublicKey?>(() => Sodium.PublicKey(bytes));
        KeyId = Convert.ToBase64String(SHA256.HashData(SubjectPublicKeyInfo.ToArray()));
    }

    /// <value>
    /// What evidence calls this key: base64 of the SHA-256 of <see cref="SubjectPublicKeyInfo"/>, as Sigstore's public-key hints are by convention.
    /// </value>
    public string KeyId { get; }

    /// <value>The first letters and digits of <see cref="KeyId"/>: for file names and command lines, which its other characters would break.</value>
    public string ShortId => Letters(KeyId)[..8];

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <value>DER of RFC 8410 §4.</value>
    public ReadOnlyMemory<byte> SubjectPublicKeyInfo => (byte[])[.. KeyPem.PublicPrefix, .. bytes];

    /// <exception cref="EvidenceFormatException">Not a point, or one whose signatures prove nothing.</exception>
    public static Ed25519PublicKey From(ReadOnlySpan<byte> bytes) => bytes.Length != Length
        ? throw new EvidenceFormatException(FormattableString.Invariant($"an Ed25519 public key has {Length} bytes, not {bytes.Length}"))
        : WeakPoints.Contains(bytes)
            ? throw new EvidenceFormatException("an Ed25519 public key of small order, or in a form that is not canonical: anybody can make signatures that it accepts")
            : new Ed25519PublicKey(bytes.ToArray());

    /// <summary>
    /// Whether the signature is of this message and this key. Signatures whose S is not below the group's order are refused (RFC 8032 §5.1.7).
    /// </summary>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureLength && loaded.Value is { } key && SignatureAlgorithm.Ed25519.Verify(key, message, signature);

    /// <summary>
    /// The same for Ed25519ph with an empty context (RFC 8032 §5.1): the message is hashed before, and the two kinds are never taken for each other.
    /// </summary>
    public bool VerifyPreHashed(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureLength
        && Sodium.PublicKey(bytes, SignatureAlgorithm.Ed25519ph) is { } key
        && SignatureAlgorithm.Ed25519ph.Verify(key, message, signature);

    /// <summary>Whether a text is the beginning of the key's id, in either alphabet of base64 or as <see cref="ShortId"/> has it.</summary>
    public bool IsNamedBy(string text) => Letters(text) is { Length: > 0 } start && Letters(KeyId).StartsWith(start, StringComparison.Ordinal);

    public bool Equals(Ed25519PublicKey? other) => other is not null && bytes.AsSpan().SequenceEqual(other.bytes);

    public override bool Equals(object? obj) => Equals(obj as Ed25519PublicKey);

    public override int GetHashCode() => BitConverter.ToInt32(bytes);

    public override string ToString() => KeyId;

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));
}
