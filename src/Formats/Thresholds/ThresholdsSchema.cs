using System.Text.Json.Nodes;

namespace Gates.Formats.Thresholds;

/// <summary>The JSON Schema of a thresholds file. That an expression is one, the reader says better.</summary>
internal static class ThresholdsSchema
{
    private const string Expression = "^\\s*(avg|min|med|max|p|p\\([0-9.]+\\)|count|rate|value)\\s*(<=|<|>=|>|===|==|!=)\\s*[-+0-9.eE]+\\s*$";

    public static JsonObject Create() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["$id"] = "https://raw.githubusercontent.com/gates-ci/gates/main/docs/schemas/thresholds.schema.json",
        ["title"] = "Thresholds by service, mode and for all (`thresholds-file` of perf-budget)",
        ["type"] = "object",
        ["required"] = new JsonArray("version"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["version"] = new JsonObject { ["const"] = 1, ["description"] = "The version of this format." },
            ["global"] = Level("Limits for every service in every mode."),
            ["mode"] = Levels("Limits by mode, such as smoke or stress; they win over `global`."),
            ["service"] = Levels("Limits by service; they win over `mode` and `global`."),
        },
    };

    private static JsonObject Levels(string description) =>
        new() { ["type"] = new JsonArray("object", "null"), ["description"] = description, ["additionalProperties"] = Level("Limits by metric.") };

    private static JsonObject Level(string description) => new()
    {
        ["type"] = new JsonArray("object", "null"),
        ["description"] = description,
        ["additionalProperties"] = new JsonObject
        {
            ["oneOf"] = new JsonArray(
                Limits("Limits whose crossing is an error."),
                new JsonObject
                {
                    ["type"] = "object",
                    ["description"] = "Limits by what crossing them means.",
                    ["additionalProperties"] = false,
                    ["properties"] = new JsonObject { ["note"] = Limits("Worth knowing."), ["warning"] = Limits("Warns."), ["error"] = Limits("Fails.") },
                }),
        },
    };

    private static JsonObject Limits(string description) => new()
    {
        ["type"] = "array",
        ["description"] = description,
        ["items"] = new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = Expression,
            ["maxLength"] = 200,
            ["description"] = "An aggregation, an operator and a number, such as p(95) < 500."
        },
    };
}
