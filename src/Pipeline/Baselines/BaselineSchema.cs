using System.Text.Json.Nodes;
using Gates.Formats.Settings;
using Gates.Pipeline.Recognition;

namespace Gates.Pipeline.Baselines;

/// <summary>The JSON Schema of the baseline.</summary>
internal static class BaselineSchema
{
    public static JsonObject Create() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["$id"] = "https://raw.githubusercontent.com/gates-ci/gates/main/docs/schemas/baseline.schema.json",
        ["title"] = "Baseline (.github/gates-baseline.json), written by `gates baseline`",
        ["type"] = "object",
        ["required"] = new JsonArray("version", "findings"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["version"] = new JsonObject { ["const"] = 1, ["description"] = "The version of this format." },
            ["salt"] = new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = BaselineReader.SaltPattern,
                ["description"] = "The repository's salt, in baselines from before it had a file of its own, .github/gates-salt."
            },
            ["grown"] = List("When it was allowed to grow.", ["on", "reason", "added"], new JsonObject
            {
                ["on"] = new JsonObject { ["type"] = "string", ["pattern"] = SettingSchema.DatePattern },
                ["reason"] = new JsonObject { ["type"] = "string" },
                ["added"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = int.MaxValue },
            }),
            ["findings"] = List("The findings that are known. Gate and fingerprint are compared, and with a short fingerprint rule and path; the rest is for people.", [
                "gate",
                "rule",
                "fingerprint"
            ], new JsonObject
            {
                ["gate"] = new JsonObject { ["type"] = "string" },
                ["rule"] = new JsonObject { ["type"] = "string" },
                ["path"] = new JsonObject { ["type"] = "string" },
                ["line"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = int.MaxValue },
                ["fingerprint"] = new JsonObject { ["type"] = "string", ["pattern"] = Fingerprint.Pattern },
            }, new JsonArray(
                new JsonObject { ["required"] = new JsonArray("path") },
                new JsonObject { ["properties"] = new JsonObject { ["fingerprint"] = new JsonObject { ["pattern"] = Fingerprint.LongPattern } } })),
        },
    };

    private static JsonObject List(string description, string[] required, JsonObject properties, JsonArray? anyOf = null)
    {
        var items = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]),
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        if (anyOf is not null)
        {
            items["anyOf"] = anyOf;
        }

        return new JsonObject { ["type"] = "array", ["description"] = description, ["items"] = items };
    }
}
