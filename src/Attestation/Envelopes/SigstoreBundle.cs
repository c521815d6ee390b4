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
            json.WriteStartObject("publicKey");
            json.WriteString("hint", Hint);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WritePropertyName("dsseEnvelope");
            Envelope.Write(json);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
