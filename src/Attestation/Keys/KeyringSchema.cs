using System.Text.Json.Nodes;

namespace Gates.Attestation.Keys;

/// <summary>The JSON Schema of the keyring.</summary>
internal static class KeyringSchema
{
    private const string TimePattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$";

    public static JsonObject Create() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["$id"] = "https://raw.githubusercontent.com/gates-ci/gates/main/docs/schemas/keyring.schema.json",
        ["title"] = $"Keyring ({Keyring.Path}), written by `gates keys`",
        ["type"] = "object",
        ["required"] = new JsonArray("version", "keys"),
        ["properties"] = new JsonObject
        {
            ["version"] = new JsonObject { ["const"] = KeyringJson.Version, ["description"] = "The version of this format." },
            ["keys"] = new JsonObject { ["type"] = "array", ["description"] = "Public keys, past and present; none is ever taken out.", ["items"] = Key() },
        },
    };

    private static JsonObject Key() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("keyid", "alg", "spki", "use", "validFrom", "validTo"),
        ["properties"] = new JsonObject
        {
            ["keyid"] = Text("^[A-Za-z0-9+/]{43}=$", "Base64 of the SHA-256 of `spki`."),
            ["alg"] = new JsonObject { ["const"] = "ed25519" },
            ["spki"] = Text("^MCowBQYDK2VwAyEA[A-Za-z0-9+/_-]{43}=?$", "The public key: base64 of its SubjectPublicKeyInfo in DER (RFC 8410)."),
            ["use"] = new JsonObject
            {
                ["enum"] = new JsonArray([.. Enum.GetValues<KeyUse>().Select(use => (JsonNode)KeyringJson.Name(use))]),
                ["description"] = "What it may sign: statements about gates, checkpoints of the log, what is said of a release; a witness: what it saw.",
            },
            ["name"] = new JsonObject
            {
                ["type"] = new JsonArray("string", "null"),
                ["pattern"] = "^[^\\s+]+$",
                ["description"] = "The name of a witness, such as `example.org/auditor`; no other use has one.",
            },
            ["validFrom"] = Text(TimePattern, "The first moment at which it counts (UTC)."),
            ["validTo"] = Text(TimePattern, "The first moment at which it counts no longer (UTC)."),
            ["revoked"] = new JsonObject
            {
                ["type"] = new JsonArray("object", "null"),
                ["required"] = new JsonArray("at", "reason"),
                ["properties"] = new JsonObject
                {
                    ["at"] = Text(TimePattern, "From when on its signatures count for nothing."),
                    ["reason"] = new JsonObject { ["type"] = "string", ["description"] = "Why, for people." },
                },
            },
        },
    };

    private static JsonObject Text(string pattern, string description) => new() { ["type"] = "string", ["pattern"] = pattern, ["description"] = description };
}
