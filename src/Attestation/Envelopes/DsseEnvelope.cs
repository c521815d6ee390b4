using System.Globalization;
using System.Text;
using System.Text.Json;
using Gates.Attestation.Cryptography;

namespace Gates.Attestation.Envelopes;

/// <summary>A signed payload: a DSSE envelope, v1.0.2.</summary>
/// <param name="PayloadType">What the payload is, such as <see cref="InTotoType"/>; signed with it.</param>
/// <param name="Payload">The exact bytes that are signed; they are handed on as they are, never written anew.</param>
internal sealed record DsseEnvelope(string PayloadType, ReadOnlyMemory<byte> Payload, IReadOnlyList<DsseSignature> Signatures)
{
    public const string InTotoType = "application/vnd.in-toto+json";

    public static DsseEnvelope Sign(string payloadType, ReadOnlyMemory<byte> payload, Ed25519PrivateKey key) =>
        new(payloadType, payload, [new DsseSignature(key.KeyId, key.Sign(PreAuthEncoding.Of(payloadType, payload.Span)))]);

    /// <summary>Whether any signature is this key's. Which one claims to be is not asked: a key id is a hint only.</summary>
    public bool IsSignedBy(IPublicKey key)
    {
        var signed = PreAuthEncoding.Of(PayloadType, Payload.Span);
        return Signatures.Any(signature => key.Verify(signed, signature.Bytes.Span));
    }

    /// <exception cref="EvidenceFormatException">Not an envelope.</exception>
    public static DsseEnvelope Read(JsonElement envelope, string source)
    {
        var at = new EvidenceJson(envelope, source, "dsseEnvelope");
        var signatures = at.Array("signatures").Select(signature => new DsseSignature(signature.OptionalText("keyid"), signature.Bytes("sig"))).ToList();
        return signatures.Count > 0
            ? new DsseEnvelope(at.Text("payloadType"), at.Bytes("payload"), signatures)
            : throw new EvidenceFormatException($"{source}: {at.Name("signatures")} is empty: nothing is signed");
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBase64String("payload", Payload.Span);
        json.WriteString("payloadType", PayloadType);
        json.WriteStartArray("signatures");
        foreach (var signature in Signatures)
        {
            json.WriteStartObject();
            if (signature.KeyId is { } keyId)
            {
                json.WriteString("keyid", keyId);
            }

            json.WriteBase64String("sig", signature.Bytes.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <param name="KeyId">A hint at the key, unauthenticated: it must not decide trust.</param>
/// <param name="Bytes">The signature.</param>
internal sealed record DsseSignature(string? KeyId, ReadOnlyMemory<byte> Bytes);

/// <summary>The bytes that a DSSE signature covers: <c>PAE</c> of the DSSE protocol, v1.0.2.</summary>
internal static class PreAuthEncoding
{
    public static byte[] Of(string type, ReadOnlySpan<byte> body)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {body.Length} ");
        var length = Encoding.UTF8.GetByteCount(head);
        var bytes = new byte[length + body.Length];
        Encoding.UTF8.GetBytes(head, bytes);
        body.CopyTo(bytes.AsSpan(length));
        return bytes;
    }
}
