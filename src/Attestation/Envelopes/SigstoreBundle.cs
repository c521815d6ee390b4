using System.Text.Json;
using Gates.Attestation.Cryptography;

namespace Gates.Attestation.Envelopes;

/// <summary>One signed statement with what its verifier needs: a Sigstore bundle, v0.3, whose key is named by a hint.</summary>
/// <param name="Hint">Names the public key; <see langword="null"/> in a bundle that carries a certificate instead, as keyless signing makes.</param>
internal sealed record SigstoreBundle(string? Hint, DsseEnvelope Envelope)
{
    public const string MediaType = "application/vnd.dev.sigstore.bundle.v0.3+json";
    public const string Extension = ".sigstore.json";

    private static readonly string[] MediaTypes =
    [
        MediaType, "application/vnd.dev.sigstore.bundle+json;version=0.3", "application/vnd.dev.sigstore.bundle+json;version=0.2", "application/vnd.dev.sigstore.bundle+json;version=0.1",
    ];

    /// <value>The certificate of the key that signed, in DER; in place of <see cref="Hint"/>.</value>
    public ReadOnlyMemory<byte> Certificate { get; init; }

    /// <value>Entries of signature logs, in the JSON of protobuf-specs.</value>
    public IReadOnlyList<JsonElement> LogEntries { get; init; } = [];

    /// <value>Responses of timestamp authorities (RFC 3161) about the signature.</value>
    public IReadOnlyList<ReadOnlyMemory<byte>> Timestamps { get; init; } = [];

    public static SigstoreBundle Sign(ReadOnlyMemory<byte> statement, Ed25519PrivateKey key) =>
        new(key.KeyId, DsseEnvelope.Sign(DsseEnvelope.InTotoType, statement, key));

    /// <exception cref="EvidenceFormatException">Not a bundle around a DSSE envelope with one signature.</exception>
    public static SigstoreBundle Read(ReadOnlyMemory<byte> utf8, string source) => Read(EvidenceJson.Parse(utf8, source), source);

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, string)"/>
    public static SigstoreBundle Read(EvidenceJson bundle, string source)
    {
        var mediaType = bundle.Text("mediaType");
        if (!MediaTypes.Contains(mediaType, StringComparer.Ordinal))
        {
            throw bundle.Wrong("mediaType", $"`{mediaType}` is not a Sigstore bundle that this version reads ({MediaType})");
        }

        if (bundle.OptionalObject("dsseEnvelope") is not { } inner)
        {
            throw bundle.Wrong("dsseEnvelope", "missing: a signature over a bare file carries no statement");
        }

        var envelope = DsseEnvelope.Read(inner.Value, source);
        if (envelope.Signatures.Count != 1)
        {
            throw new EvidenceFormatException(
                FormattableString.Invariant($"{source}: dsseEnvelope.signatures has {envelope.Signatures.Count} entries; a bundle has exactly one"));
        }

        var hint = bundle.Object("verificationMaterial").OptionalObject("publicKey")?.OptionalText("hint");
        return hint is null || envelope.Signatures[0].KeyId is not { Length: > 0 } keyId || keyId == hint
            ? new SigstoreBundle(hint, envelope)
            : throw new EvidenceFormatException($"{source}: the bundle names the key {hint}, its envelope {keyId}");
    }

    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("mediaType", MediaType);
            json.WriteStartObject("verificationMaterial");
            WriteMaterial(json);
            json.WriteEndObject();
            json.WritePropertyName("dsseEnvelope");
            Envelope.Write(json);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private void WriteMaterial(Utf8JsonWriter json)
    {
        json.WriteStartObject(Certificate.IsEmpty ? "publicKey" : "certificate");
        if (Certificate.IsEmpty)
        {
            json.WriteString("hint", Hint);
        }
        else
        {
            json.WriteBase64String("rawBytes", Certificate.Span);
        }

        json.WriteEndObject();
        if (LogEntries.Count > 0)
        {
            json.WriteStartArray("tlogEntries");
            foreach (var entry in LogEntries)
            {
                entry.WriteTo(json);
            }

            json.WriteEndArray();
        }

        if (Timestamps.Count > 0)
        {
            json.WriteStartObject("timestampVerificationData");
            json.WriteStartArray("rfc3161Timestamps");
            foreach (var timestamp in Timestamps)
            {
                json.WriteStartObject();
                json.WriteBase64String("signedTimestamp", timestamp.Span);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
