using System.Text.Json.Nodes;
using Gates.BuiltIn;
using Gates.Formats.Foundation.Globs;

namespace Gates.Runner.Configuration.Policies;

/// <summary>The JSON Schema of <c>policy.json</c>.</summary>
internal static class ManifestSchema
{
    public const string Address = "https://raw.githubusercontent.com/gates-ci/gates/main/docs/schemas/policy.schema.json";

    public static JsonObject Create() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["$id"] = Address,
        ["title"] = "Gates policy manifest (policy.json)",
        ["type"] = "object",
        ["required"] = new JsonArray("title"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["$schema"] = Text("Where this schema is found."),
            ["title"] = Text("What the policy looks at, in a few words."),
            ["description"] = Text("What it asks for, in a sentence."),
            ["gate"] = Gate(),
            ["facts"] = FactsSchema.Create("#/definitions/globs", knowsGates: false),
            ["settings"] = Settings("What may stand under `with`. A name outside this list is refused, so typos are caught."),
            ["help"] = new JsonObject
            {
                ["type"] = new JsonArray("object", "null"),
                ["description"] = "How to mend a finding, by rule.",
                ["additionalProperties"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            },
        },
        ["definitions"] = new JsonObject
        {
            ["globs"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = RepositoryPaths.GlobPattern },
                ["contains"] = new JsonObject { ["pattern"] = "^[^!]" },
            },
            ["setting"] = Declaration(isSetting: true),
            ["type"] = new JsonObject
            {
                ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string", ["enum"] = Types() }, Declaration(isSetting: false)),
            },
        },
    };

    private static JsonObject Gate() => new()
    {
        ["enum"] = new JsonArray([.. GateCatalog.All.Select(gate => (JsonNode)gate.Id)]),
        ["description"] = "The built-in gate whose default policy this one replaces; left out for a gate of its own.",
    };

    private static JsonArray Types() => new([.. DeclaredSettingsReader.Types.Select(t => (JsonNode)t)]);

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["minLength"] = 1, ["description"] = description };

    private static JsonObject Settings(string description) => new()
    {
        ["type"] = new JsonArray("object", "null"),
        ["description"] = description,
        ["propertyNames"] = new JsonObject { ["pattern"] = DeclaredSettingsReader.NamePattern },
        ["additionalProperties"] = new JsonObject { ["$ref"] = "#/definitions/setting" },
    };

    private static JsonObject Declaration(bool isSetting)
    {
        var variants = DeclaredSettingsReader.Extras.Select(pair => (JsonNode)new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = pair.Key } } },
            ["then"] = new JsonObject
            {
                ["additionalProperties"] = false,
                ["properties"] = Keys(isSetting, pair.Value),
            },
        }).Append(new JsonObject { ["not"] = new JsonObject { ["required"] = new JsonArray("items", "keys") } });
        var declaration = new JsonObject
        {
            ["type"] = "object",
            ["required"] = isSetting ? new JsonArray("type", "description") : new JsonArray("type"),
            ["properties"] = new JsonObject { ["type"] = new JsonObject { ["enum"] = Types() } },
            ["allOf"] = new JsonArray([.. variants]),
        };
        if (isSetting)
        {
            declaration["dependencies"] = new JsonObject
            {
                ["default"] = new JsonObject { ["properties"] = new JsonObject { ["required"] = new JsonObject { ["const"] = false } } }
            };
        }

        return declaration;
    }

    private static JsonObject Keys(bool isSetting, string[] extras)
    {
        var keys = new JsonObject { ["type"] = true };
        foreach (var extra in extras)
        {
            keys[extra] = extra switch
            {
                "one-of" => new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["type"] = "string" } },
                "glob" => new JsonObject
                {
                    ["type"] = "boolean",
                    ["description"] = "Whether the text is a path or a glob: it is checked as one, and is relative to the folder in a folder's own .gates.yml.",
                },
                "items" => new JsonObject { ["$ref"] = "#/definitions/type" },
                "keys" => Settings("The map's keys, each a setting."),
                _ => new JsonObject { ["type"] = "number" },
            };
        }

        if (isSetting)
        {
            keys["description"] = Text("What the setting does.");
            keys["default"] = new JsonObject { ["description"] = "The value when the key is left out." };
            keys["required"] = new JsonObject { ["type"] = "boolean" };
        }

        return keys;
    }
}
