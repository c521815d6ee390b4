using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Sigstore;

namespace Gates.Attestation.Signing;

/// <summary>
/// What a signature log is asked to record of an envelope, and what it answers. Version 1 of the API takes <c>dsse</c> entries; version 2 dropped them, and
/// records the digest of all that is signed (<c>hashedrekord</c>).
/// </summary>
internal static class RekorEntry
{
    public static byte[] Request(int version, DsseEnvelope envelope, byte[] certificate) =>
        CanonicalJson.Of(version == 1 ? json => Dsse(json, envelope, certificate) : json => HashedRekord(json, envelope, certificate));

    /// <param name="version">Of the API.</param>
    /// <param name="answer">What the log answers.</param>
    /// <param name="source">How to name it.</param>
    /// <exception cref="EvidenceFormatException">It is not an entry.</exception>
    public static TransparencyEntry Read(int version, byte[] answer, string source) => version == 1
        ? ReadFirst(answer, source)
        : TransparencyEntry.Read(EvidenceJson.Parse(answer, source));

    private static void Dsse(Utf8JsonWriter json, DsseEnvelope envelope, byte[] certificate)
    {
        using var text = new MemoryStream();
        using (var inner = new Utf8JsonWriter(text))
        {
            envelope.Write(inner);
        }

        json.WriteStartObject();
        json.WriteString("apiVersion", "0.0.1");
        json.WriteString("kind", "dsse");
        json.WriteStartObject("spec");
        json.WriteStartObject("proposedContent");
        json.WriteString("envelope", Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length)));
        json.WriteStartArray("verifiers");
        json.WriteBase64StringValue(Encoding.ASCII.GetBytes(PemEncoding.WriteString("CERTIFICATE", certificate) + "\n"));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void HashedRekord(Utf8JsonWriter json, DsseEnvelope envelope, byte[] certificate)
    {
        json.WriteStartObject();
        json.WriteStartObject("hashedRekordRequestV002");
        json.WriteBase64String("digest", SHA256.HashData(PreAuthEncoding.Of(envelope.PayloadType, envelope.Payload.Span)));
        json.WriteStartObject("signature");
        json.WriteBase64String("content", envelope.Signatures[0].Bytes.Span);
        json.WriteStartObject("verifier");
        json.WriteString("keyDetails", "PKIX_ECDSA_P256_SHA_256");
        json.WriteStartObject("x509Certificate");
        json.WriteBase64String("rawBytes", certificate);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>One entry under its own id; hashes are hexadecimal there, and base64 in a bundle.</summary>
    private static TransparencyEntry ReadFirst(byte[] answer, string source)
    {
        var root = EvidenceJson.Parse(answer, source);
        var entry = root.Value.EnumerateObject().ToList() is [var only]
            ? root.Object(only.Name)
            : throw new EvidenceFormatException($"{source}: not exactly one entry");
        var (body, verification) = (entry.Bytes("body"), entry.Object("verification"));
        var (kind, proof) = (EvidenceJson.Parse(body, $"{source}: body"), verification.Object("inclusionProof"));
        return new TransparencyEntry
        {
            Index = entry.Count("logIndex"),
            LogId = Hex(entry, "logID"),
            Kind = kind.Text("kind"),
            Version = kind.Text("apiVersion"),
            IntegratedTime = entry.Count("integratedTime"),
            Promise = verification.OptionalBytes("signedEntryTimestamp"),
            Proof = new InclusionProof(
                proof.Count("logIndex"), proof.Count("treeSize"), Hex(proof, "rootHash"), Hashes(proof), proof.Text("checkpoint")),
            Body = body,
        };
    }

    private static List<byte[]> Hashes(EvidenceJson proof) =>
        proof.Value.TryGetProperty("hashes", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String
                ? Hex(one.GetString()!, proof, "hashes")
                : throw proof.Wrong("hashes", "texts are wanted"))]
            : [];

    private static byte[] Hex(EvidenceJson owner, string key) => Hex(owner.Text(key), owner, key);

    private static byte[] Hex(string text, EvidenceJson owner, string key)
    {
        try
        {
            return Convert.FromHexString(text);
        }
        catch (FormatException)
        {
            throw owner.Wrong(key, "not hexadecimal");
        }
    }
}
