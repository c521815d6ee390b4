using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gates.Attestation.Cryptography;

namespace Gates.Attestation.Log;

/// <summary>A public key under a name, as notes know their signers. Ed25519, signature type 0x01.</summary>
/// <param name="name">For a log, its origin.</param>
/// <param name="key">The key.</param>
internal sealed class NoteVerifier(string name, Ed25519PublicKey key)
{
    /// <value>The signature type that C2SP assigns to Ed25519; part of what a key id is computed from.</value>
    private const byte Ed25519 = 0x01;

    public string Name { get; } = IsName(name) ? name : throw new ArgumentException($"\"{name}\" cannot be the name of a note's signer", nameof(name));

    public Ed25519PublicKey Key { get; } = key;

    public uint KeyId { get; } = IdOf(name, Ed25519, key);

    /// <value>The key as Go's note package and others read it: <c>NAME+KEYID+BASE64</c>.</value>
    public string Text => TextOf(Name, Ed25519, Key);

    /// <summary>The id of a key under a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">The signature type.</param>
    /// <param name="key">The key.</param>
    public static uint IdOf(string name, byte type, Ed25519PublicKey key) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', type, .. key.Bytes.Span]));

    /// <summary>A key as C2SP writes it.</summary>
    /// <inheritdoc cref="IdOf" path="/param"/>
    public static string TextOf(string name, byte type, Ed25519PublicKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}+{IdOf(name, type, key):x8}+{Convert.ToBase64String([type, .. key.Bytes.Span])}");

    public static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || c == '+');

    public bool Verifies(string text, byte[] signature) => Key.Verify(Encoding.UTF8.GetBytes(text), signature);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} (key {KeyId:x8})");
}
