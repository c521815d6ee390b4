using System.Text.Json;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Log;
using Gates.Formats.Settings;

namespace Gates.Attestation.Keys;

/// <summary>The keyring as a file.</summary>
internal static class KeyringJson
{
    public const int Version = 1;

    private const string Algorithm = "ed25519";

    public static string Name(KeyUse use) => use switch
    {
        KeyUse.Evidence => "evidence",
        KeyUse.Log => "log",
        KeyUse.Witness => "witness",
        _ => "release",
    };

    public static KeyUse? Use(string name) => Enum.GetValues<KeyUse>().Cast<KeyUse?>().FirstOrDefault(use => Name(use!.Value) == name);

    /// <exception cref="EvidenceFormatException">Not a keyring, or one that contradicts itself.</exception>
    public static Keyring Read(ReadOnlyMemory<byte> utf8, string source)
    {
        var ring = EvidenceJson.Parse(utf8, source);
        if (ring.Number("version") != Version)
        {
            throw ring.Wrong("version", FormattableString.Invariant($"this program reads version {Version}"));
        }

        var keys = ring.Array("keys").Select(entry => Entry(entry, source)).ToList();
        var twice = keys.GroupBy(entry => entry.Key.KeyId, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? new Keyring(keys) : throw new EvidenceFormatException($"{source}: the key {twice.Key} stands there twice; one key has one use");
    }

    public static byte[] Write(Keyring keyring)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("keys");
            foreach (var entry in keyring.Keys)
            {
                Write(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, KeyringEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("keyid", entry.Key.KeyId);
        json.WriteString("alg", Algorithm);
        json.WriteBase64String("spki", entry.Key.SubjectPublicKeyInfo.Span);
        json.WriteString("use", Name(entry.Use));
        if (entry.Name is { } name)
        {
            json.WriteString("name", name);
        }

        json.WriteString("validFrom", EvidenceTime.Write(entry.ValidFrom));
        json.WriteString("validTo", EvidenceTime.Write(entry.ValidTo));
        if (entry.Revoked is { } revoked)
        {
            json.WriteStartObject("revoked");
            json.WriteString("at", EvidenceTime.Write(revoked.At));
            json.WriteString("reason", revoked.Reason);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static KeyringEntry Entry(EvidenceJson entry, string source)
    {
        var algorithm = entry.Text("alg");
        if (algorithm != Algorithm)
        {
            throw entry.Wrong("alg", $"`{algorithm}` is not known; this version knows {Algorithm}");
        }

        var key = KeyPem.ReadPublicInfo(entry.Bytes("spki"), $"{source}: {entry.Name("spki")}");
        if (entry.Text("keyid") != key.KeyId)
        {
            throw entry.Wrong("keyid", $"does not name this key, which is {key.KeyId}");
        }

        var use = Use(entry.Text("use")) ?? throw entry.Wrong("use", $"`{entry.Text("use")}` is not one of evidence, log, release, witness");
        if (use == KeyUse.Witness && !NoteVerifier.IsName(entry.Text("name")))
        {
            throw entry.Wrong("name", "a witness has a name, such as example.org/auditor, without spaces and plus signs");
        }

        var (from, to) = (entry.Time("validFrom"), entry.Time("validTo"));
        return from < to
            ? new KeyringEntry(
                key,
                use,
                from,
                to,
                entry.OptionalObject("revoked") is { } revoked ? new KeyRevocation(revoked.Time("at"), revoked.Text("reason")) : null)
            {
                Name = use == KeyUse.Witness ? entry.Text("name") : null,
            }
            : throw entry.Wrong("validTo", "is not after validFrom");
    }
}
