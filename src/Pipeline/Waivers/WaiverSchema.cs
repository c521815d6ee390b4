using System.Text.Json.Nodes;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Settings;
using Gates.Pipeline.Recognition;

namespace Gates.Pipeline.Waivers;

/// <summary>The JSON Schema of the waivers' file, with the rules that the reader uses.</summary>
internal static class WaiverSchema
{
    /// <summary>Where editors find it.</summary>
    public const string Address = "https://raw.githubusercontent.com/gates-ci/gates/main/docs/schemas/waivers.schema.json";

    public static JsonObject Create() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["$id"] = Address,
        ["title"] = $"Waivers ({WaiverFile.DefaultPath})",
        ["type"] = "object",
        ["required"] = new JsonArray("version", "waivers"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["version"] = new JsonObject { ["const"] = 1, ["description"] = "The version of this format." },
            ["max-days"] = new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = 1,
                ["maximum"] = WaiverReader.MaxDays,
                ["default"] = WaiverReader.DefaultMaxDays,
                ["description"] = "The most days from `added` to `expires`.",
            },
            ["waivers"] = new JsonObject
            {
                ["type"] = new JsonArray("array", "null"),
                ["maxItems"] = WaiverReader.MaxCount,
                ["items"] = Waiver(),
            },
        },
    };

    private static JsonObject Waiver() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("gate", "reason", "owner", "added", "expires"),
        ["additionalProperties"] = false,
        ["oneOf"] = new JsonArray(
            new JsonObject { ["required"] = new JsonArray("path"), ["properties"] = new JsonObject { ["fingerprint"] = false } },
            new JsonObject { ["required"] = new JsonArray("fingerprint"), ["properties"] = new JsonObject { ["fingerprint"] = Print(Fingerprint.LongPattern), ["path"] = false } },
            new JsonObject { ["required"] = new JsonArray("fingerprint", "rule", "path"), ["properties"] = new JsonObject { ["fingerprint"] = Print(Fingerprint.ShortPattern) } }),
        ["properties"] = new JsonObject
        {
            ["gate"] = new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = GateId.Pattern,
                ["maxLength"] = GateId.MaxLength,
                ["not"] = new JsonObject { ["const"] = WaiverFile.GateId },
                ["description"] = "The gate whose findings are accepted.",
            },
            ["rule"] = Text("The only rule that is accepted; without it every rule of the gate."),
            ["path"] = new JsonObject
            {
                ["type"] = "string",
                ["maxLength"] = WaiverReader.MaxTextLength,
                ["pattern"] = RepositoryPaths.Pattern,
                ["not"] = new JsonObject { ["enum"] = new JsonArray([.. WaiverReader.Everything.Select(glob => (JsonNode)glob)]) },
                ["description"] = "A glob over the findings' files: * within one folder, ** over folders.",
            },
            ["fingerprint"] = new JsonObject { ["type"] = "string", ["pattern"] = Fingerprint.Pattern, ["description"] = "Exactly one finding, as results.json names it; one of 4 digits together with its rule and the path of its file." },
            ["reason"] = Said("Why the findings are accepted."),
            ["owner"] = Said("Who answers for it, such as @acme/docs."),
            ["ticket"] = Text("Where it is tracked."),
            ["added"] = Day("The day of the decision."),
            ["expires"] = Day("The last day (UTC) on which it holds, at most `max-days` after `added`."),
        },
    };

    private static JsonObject Print(string pattern) => new() { ["pattern"] = pattern };

    private static JsonObject Text(string description) =>
        new() { ["type"] = "string", ["maxLength"] = WaiverReader.MaxTextLength, ["pattern"] = "\\S", ["description"] = description };

    private static JsonObject Said(string description)
    {
        var text = Text(description);
        text["not"] = new JsonObject { ["enum"] = new JsonArray([.. WaiverPlaceholder.Common.Select(word => (JsonNode)word)]) };
        return text;
    }

    private static JsonObject Day(string description) =>
        new() { ["type"] = "string", ["pattern"] = SettingSchema.DatePattern, ["description"] = description };
}
