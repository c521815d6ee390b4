using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Gates.Attestation.Cryptography;

namespace Gates.Attestation.Log;

/// <summary>
/// The public key of a witness under its name (C2SP tlog-cosignature, <c>cosignature/v1</c>, signature type 0x04): it says that it saw a checkpoint, and when.
/// </summary>
/// <param name="name">What the witness is called, such as <c>example.org/auditor</c>.</param>
/// <param name="key">The key; one that signs nothing else.</param>
internal sealed class WitnessVerifier(string name, Ed25519PublicKey key)
{
    /// <value>The signature type that C2SP assigns to timestamped Ed25519 cosignatures.</value>
    private const byte Cosignature = 0x04;

    private const int TimeBytes = sizeof(ulong);

    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public string Name { get; } = NoteVerifier.IsName(name) ? name : throw new ArgumentException($"\"{name}\" cannot be the name of a witness", nameof(name));

    public Ed25519PublicKey Key { get; } = key;

    public uint KeyId { get; } = NoteVerifier.IdOf(name, Cosignature, key);

    /// <value>The key as C2SP writes it: <c>NAME+KEYID+BASE64</c>.</value>
    public string Text => NoteVerifier.TextOf(Name, Cosignature, Key);

    /// <param name="text">One key, as <see cref="Text"/> has it.</param>
    /// <param name="place">Where it is from, for messages.</param>
    /// <exception cref="EvidenceFormatException">It is not one.</exception>
    public static WitnessVerifier Parse(string text, string place)
    {
        var parts = text.Split('+', 3);
        var bytes = new byte[text.Length];
        if (parts is not [{ } name, { } id, { } encoded]
            || !NoteVerifier.IsName(name)
            || !Convert.TryFromBase64String(encoded, bytes, out var length)
            || length != Ed25519PublicKey.Length + 1)
        {
            throw new EvidenceFormatException($"{place}: \"{text}\" is not the key of a witness: NAME+KEYID+BASE64");
        }

        if (bytes[0] != Cosignature)
        {
            throw new EvidenceFormatException(FormattableString.Invariant(
                $"{place}: {name} has a key of signature type 0x{bytes[0]:x2}; a witness has one of type 0x{Cosignature:x2} (cosignature/v1)"));
        }

        var witness = new WitnessVerifier(name, Ed25519PublicKey.From(bytes.AsSpan(1, Ed25519PublicKey.Length)));
        return id == witness.KeyId.ToString("x8", CultureInfo.InvariantCulture)
            ? witness
            : throw new EvidenceFormatException(FormattableString.Invariant(
                $"{place}: the key id {id} is not that of {name} and this key, {witness.KeyId:x8}"));
    }

    /// <summary>When the witness says that it saw a checkpoint; <see langword="null"/> when it did not sign that.</summary>
    /// <param name="text">The note's text.</param>
    /// <param name="signature">Eight bytes of time, then the signature.</param>
    public DateTimeOffset? TimeOf(string text, byte[] signature)
    {
        if (signature.Length != TimeBytes + Ed25519PublicKey.SignatureLength)
        {
            return null;
        }

        var seconds = BinaryPrimitives.ReadUInt64BigEndian(signature);
        return seconds > 0 && seconds <= (ulong)LastSecond && Key.Verify(Signed((long)seconds, text), signature.AsSpan(TimeBytes))
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;
    }

    /// <summary>Cosigns a checkpoint.</summary>
    /// <param name="text">The note's text.</param>
    /// <param name="time">Now; whole seconds.</param>
    /// <param name="key">The private half of this key.</param>
    public NoteSignature Sign(string text, DateTimeOffset time, Ed25519PrivateKey key)
    {
        var seconds = time.ToUnixTimeSeconds();
        var bytes = new byte[TimeBytes];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)seconds);
        return new NoteSignature(Name, KeyId, [.. bytes, .. key.Sign(Signed(seconds, text))]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} (key {KeyId:x8})");

    private static byte[] Signed(long seconds, string text) => Encoding.UTF8.GetBytes(FormattableString.Invariant($"cosignature/v1\ntime {seconds}\n{text}"));
}
