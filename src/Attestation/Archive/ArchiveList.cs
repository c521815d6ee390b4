using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gates.Attestation.Envelopes;
using Gates.Doors.ObjectStore;

namespace Gates.Attestation.Archive;

/// <summary>What is in an archive, with the digests that it must have: kept apart from the store, and logged as evidence.</summary>
/// <param name="Store">The store's address, for people.</param>
/// <param name="Objects">By name.</param>
internal sealed partial record ArchiveList(string Store, IReadOnlyList<ArchivedObject> Objects)
{
    public const string Format = "https://github.com/gates-ci/gates/archive-list/v0.1";

    public ArchivedObject? Find(string name) => Objects.FirstOrDefault(one => one.Name == name);

    public ArchiveList With(ArchivedObject archived) =>
        this with { Objects = [.. Objects.Where(one => one.Name != archived.Name).Append(archived).OrderBy(one => one.Name, StringComparer.Ordinal)] };

    /// <exception cref="EvidenceFormatException">It is no such list.</exception>
    public static ArchiveList Read(ReadOnlyMemory<byte> bytes, string source)
    {
        var json = EvidenceJson.Parse(bytes, source);
        if (json.Text("format") != Format)
        {
            throw json.Wrong("format", $"this is no list of an archive, which has {Format}");
        }

        var objects = json.Array("objects").Select(ReadObject).ToList();
        return objects.Select(one => one.Name).Distinct(StringComparer.Ordinal).Count() == objects.Count
            ? new ArchiveList(json.Text("store"), objects)
            : throw json.Wrong("objects", "a name stands there twice");
    }

    public byte[] ToBytes()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("store", Store);
            json.WriteStartArray("objects");
            foreach (var one in Objects)
            {
                Write(json, one);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    private static ArchivedObject ReadObject(EvidenceJson json)
    {
        var stored = json.Object("stored");
        return new ArchivedObject(
            StoredObject.IsKey(json.Text("name")) ? json.Text("name") : throw json.Wrong("name", "is no name of an archive's object"),
            json.Number("size"),
            Digest(json))
        {
            StoredSize = stored.Number("size"),
            StoredSha256 = Digest(stored),
            Key = stored.OptionalText("key"),
            Version = stored.OptionalText("version"),
            KmsKey = stored.OptionalText("kmsKey"),
            HeldUntil = stored.OptionalTime("heldUntil"),
            Verified = json.Time("verified"),
        };
    }

    private static string Digest(EvidenceJson json) =>
        Sha256().IsMatch(json.Text("sha256")) ? json.Text("sha256") : throw json.Wrong("sha256", "64 digits of lower-case hex are wanted");

    private static void Write(Utf8JsonWriter json, ArchivedObject one)
    {
        json.WriteStartObject();
        json.WriteString("name", one.Name);
        json.WriteNumber("size", one.Size);
        json.WriteString("sha256", one.Sha256);
        json.WriteString("verified", EvidenceTime.Write(one.Verified));
        json.WriteStartObject("stored");
        json.WriteNumber("size", one.StoredSize);
        json.WriteString("sha256", one.StoredSha256);
        Optional("key", one.Key);
        Optional("version", one.Version);
        Optional("kmsKey", one.KmsKey);
        Optional("heldUntil", one.HeldUntil is { } until ? EvidenceTime.Write(until) : null);
        json.WriteEndObject();
        json.WriteEndObject();

        void Optional(string name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Sha256();
}
