using System.Globalization;
using System.Text.Json;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Sigstore;

/// <summary>An entry of a signature log, as a bundle carries it.</summary>
internal sealed record TransparencyEntry
{
    public const int MaxEntries = 16;

    private const int MaxHashes = 64;

    public required long Index { get; init; }

    /// <value>The log's id; it selects a trusted key, and decides nothing by itself.</value>
    public required byte[] LogId { get; init; }

    public required string Kind { get; init; }

    public required string Version { get; init; }

    /// <value>Seconds since 1970; 0 in entries of Rekor v2, which tells no time. Nothing is known of it before <see cref="Promise"/> verifies.</value>
    public required long IntegratedTime { get; init; }

    /// <value>The signed entry timestamp; empty where there is none.</value>
    public required byte[] Promise { get; init; }

    public required InclusionProof? Proof { get; init; }

    /// <value>The logged bytes.</value>
    public required byte[] Body { get; init; }

    /// <value>Whether it is of a log of tiles, which answers for the order of entries and not for their time.</value>
    public bool IsOfTiles => Version == "0.0.2" && (Kind is "hashedrekord" or "dsse");

    public static TransparencyEntry Read(EvidenceJson entry)
    {
        var kind = entry.Object("kindVersion");
        return new TransparencyEntry
        {
            Index = entry.Count("logIndex"),
            LogId = entry.Object("logId").Bytes("keyId"),
            Kind = kind.Text("kind"),
            Version = kind.Text("version"),
            IntegratedTime = entry.Count("integratedTime"),
            Promise = entry.OptionalObject("inclusionPromise")?.OptionalBytes("signedEntryTimestamp") ?? [],
            Proof = entry.OptionalObject("inclusionProof") is { } proof ? InclusionProof.Read(proof, MaxHashes) : null,
            Body = entry.Bytes("canonicalizedBody"),
        };
    }

    /// <summary>As a bundle carries it: 64-bit numbers are texts.</summary>
    public JsonElement ToJson() => EvidenceJson.ParseElement(
        CanonicalJson.Of(json =>
        {
            json.WriteStartObject();
            WriteNumber(json, "logIndex", Index);
            json.WriteStartObject("logId");
            json.WriteBase64String("keyId", LogId);
            json.WriteEndObject();
            json.WriteStartObject("kindVersion");
            json.WriteString("kind", Kind);
            json.WriteString("version", Version);
            json.WriteEndObject();
            if (IntegratedTime > 0)
            {
                WriteNumber(json, "integratedTime", IntegratedTime);
            }

            if (Promise.Length > 0)
            {
                json.WriteStartObject("inclusionPromise");
                json.WriteBase64String("signedEntryTimestamp", Promise);
                json.WriteEndObject();
            }

            WriteProof(json);
            json.WriteBase64String("canonicalizedBody", Body);
            json.WriteEndObject();
        }),
        "the entry");

    private void WriteProof(Utf8JsonWriter json)
    {
        if (Proof is not { } proof)
        {
            return;
        }

        json.WriteStartObject("inclusionProof");
        WriteNumber(json, "logIndex", proof.Index);
        json.WriteBase64String("rootHash", proof.Root);
        WriteNumber(json, "treeSize", proof.Size);
        json.WriteStartArray("hashes");
        foreach (var hash in proof.Hashes)
        {
            json.WriteBase64StringValue(hash);
        }

        json.WriteEndArray();
        json.WriteStartObject("checkpoint");
        json.WriteString("envelope", proof.Checkpoint);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long number) => json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
}

/// <summary>That an entry stands in a log of some size.</summary>
/// <param name="Index">In that log, where <see cref="TransparencyEntry.Index"/> may count the logs before it.</param>
/// <param name="Checkpoint">The signed note that commits to size and root; <see langword="null"/> in the oldest bundles.</param>
internal sealed record InclusionProof(long Index, long Size, byte[] Root, IReadOnlyList<byte[]> Hashes, string? Checkpoint)
{
    public static InclusionProof Read(EvidenceJson proof, int maxHashes) => new(
        proof.Count("logIndex"),
        proof.Count("treeSize"),
        proof.OptionalBytes("rootHash"),
        proof.BytesList("hashes", maxHashes),
        proof.OptionalObject("checkpoint")?.OptionalText("envelope") is { Length: > 0 } note ? note : null);
}
