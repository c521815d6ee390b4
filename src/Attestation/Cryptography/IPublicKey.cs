namespace Gates.Attestation.Cryptography;

/// <summary>A key that signatures are checked with.</summary>
internal interface IPublicKey
{
    /// <value>Base64 of the SHA-256 of the key's SubjectPublicKeyInfo, as Sigstore's public-key hints are by convention.</value>
    string KeyId { get; }

    /// <value>DER of RFC 5280 §4.1.2.7.</value>
    ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    /// <summary>Whether the signature is of this message and this key.</summary>
    bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
