using System.Text.Json.Nodes;
using Gates.BuiltIn;
using Gates.BuiltIn.Waivers;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Pipeline.Waivers;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>The JSON Schema of <c>gates.yml</c>, made from the same gates, options and rules that the reader uses.</summary>
internal static class ConfigurationSchema
{
    /// <summary>Where editors find it.</summary>
    public const string Address = "https://raw.githubusercontent.com/gates-ci/gates/main/docs/schemas/gates.schema.json";

    public static JsonObject Create() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["$id"] = Address,
        ["title"] = "Gates configuration (.github/gates.yml)",
        ["type"] = "object",
        ["required"] = new JsonArray("version", "gates"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["version"] = new JsonObject { ["const"] = 1, ["description"] = "The version of this format." },
            ["defaults"] = Map("What holds for every gate that does not say otherwise.", new JsonObject
            {
                ["mode"] = Ref("mode"),
                ["timeout"] = Ref("timeout"),
                ["policy-timeout"] = Ref("policy-timeout"),
            }),
            ["environments"] = MapOf("Other modes for a run with --environment NAME.", EnvironmentSchema.Create()),
            ["gates"] = Gates(),
            ["require"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = GateId.Pattern },
                ["description"] = "Gates that must not be skipped: one that looked at nothing, whose mode is off or that did not run could not be evaluated, and blocks.",
            },
            ["folders"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = RepositoryPaths.GlobPattern },
                ["if"] = new JsonObject { ["minItems"] = 1 },
                ["then"] = new JsonObject { ["contains"] = new JsonObject { ["pattern"] = "^[^!]" } },
                ["description"] = "Globs: the folders whose own .gates.yml counts. Default: all; an empty list: none.",
            },
            ["break-glass"] = BreakGlassSchema(),
            ["waivers"] = new JsonObject { ["$ref"] = "#/definitions/path", ["default"] = WaiverFile.DefaultPath },
            ["baseline"] = new JsonObject { ["$ref"] = "#/definitions/path", ["default"] = GatesConfiguration.DefaultBaseline },
        },
        ["definitions"] = Definitions(),
    };

    private static JsonObject BreakGlassSchema() => new()
    {
        ["type"] = "object",
        ["description"] = "Who may let a pull request pass in an emergency: the published check is neutral while their label holds.",
        ["required"] = new JsonArray("label", "by"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["label"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = BreakGlass.MaxLabelLength },
            ["by"] = new JsonObject
            {
                ["type"] = "array",
                ["minItems"] = 1,
                ["maxItems"] = BreakGlass.MaxBy,
                ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = BreakGlass.ByPattern },
            },
            ["days"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = BreakGlass.MaxDays, ["default"] = BreakGlass.DefaultDays },
        },
    };

    private static JsonObject Definitions() => new()
    {
        ["mode"] = new JsonObject
        {
            ["enum"] = new JsonArray([.. GateValues.Modes.Select(m => (JsonNode)m)]),
            ["description"] = "enforce: errors fail the run. warn: they are shown. audit: they are recorded. off: the gate does not run.",
        },
        ["timeout"] = Duration("Time for collecting facts, such as 5m or 1h30m.", GateValues.Timeout),
        ["policy-timeout"] = Duration("Time for one judgement, such as 5s or 500ms.", GateValues.PolicyTimeout),
        ["path"] = new JsonObject { ["type"] = "string", ["pattern"] = RepositoryPaths.Pattern, ["description"] = "A path inside the repository." },
        ["policy"] = new JsonObject
        {
            ["type"] = "string",
            ["description"] = "A folder with policy.js and policy.json, or one script; or one of another repository at a commit: github:org/repository/path@sha.",
            ["if"] = new JsonObject { ["pattern"] = "^" + PolicyPin.Prefix },
            ["then"] = new JsonObject { ["pattern"] = PolicyPin.Pattern },
            ["else"] = new JsonObject { ["pattern"] = RepositoryPaths.Pattern },
        },
        ["globs"] = new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = RepositoryPaths.GlobPattern },
            ["contains"] = new JsonObject { ["pattern"] = "^[^!]" },
            ["description"] = "Globs: * ** ? [ab] [!ab] {a,b}; a leading ! leaves files out again.",
        },
        ["needs"] = new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = GateId.Pattern },
            ["description"] = "Gates that must have been evaluated before this one starts.",
        },
        ["facts"] = FactsSchema.Create("#/definitions/globs", knowsGates: true),
    };

    private static JsonObject Gates()
    {
        var known = new JsonObject();
        foreach (var gate in GateCatalog.All)
        {
            known[gate.Id] = Gate(gate.Title, gate.Options.Settings, ownFacts: true);
        }

        foreach (var id in ShippedPolicies.Ids)
        {
            var manifest = ShippedPolicies.Find(id)!;
            known[id] = Gate($"{manifest.Title}. {manifest.Description}", manifest.Settings, ownFacts: false);
        }

        known[WaiversGate.Id] = Review();
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "The gates to run, by name.",
            ["minProperties"] = 1,
            ["maxProperties"] = GateReader.MaxCount,
            ["propertyNames"] = new JsonObject { ["pattern"] = GateId.Pattern, ["maxLength"] = GateId.MaxLength },
            ["properties"] = known,
            ["additionalProperties"] = Custom(),
        };
    }

    /// <summary>What may be said about the look at the waivers, which is no gate of its own.</summary>
    private static JsonObject Review()
    {
        var review = GateShell("How much it matters that a waiver has expired or is not used any more; runs by itself when there are waivers.", ownFacts: true);
        review["type"] = new JsonArray("object", "null");
        var properties = review["properties"]!.AsObject();
        foreach (var name in properties.Select(property => property.Key).Except(GateReader.ReviewKeys, StringComparer.Ordinal).ToList())
        {
            properties.Remove(name);
        }

        return review;
    }

    private static JsonObject Gate(string description, IReadOnlyList<Setting> settings, bool ownFacts)
    {
        var mustConfigure = settings.Any(s => s.Required);
        var gate = GateShell(description, ownFacts);
        gate["type"] = mustConfigure ? "object" : new JsonArray("object", "null");
        var closed = new JsonObject { ["properties"] = new JsonObject { ["with"] = SettingSchema.Group(settings, open: false) } };
        if (mustConfigure)
        {
            closed["required"] = new JsonArray("with");
        }

        // A policy of one's own may declare more settings; for a gate that is only a policy, it declares all of them.
        var open = ownFacts ? SettingSchema.Group(settings, open: true) : new JsonObject { ["type"] = new JsonArray("object", "null") };
        gate["if"] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("policy") };
        gate["then"] = new JsonObject { ["properties"] = new JsonObject { ["with"] = open } };
        gate["else"] = closed;
        return gate;
    }

    private static JsonObject Custom()
    {
        var gate = GateShell("A gate of your own: a policy that judges files of the repository.", ownFacts: false);
        gate["type"] = "object";
        gate["required"] = new JsonArray("policy");
        gate["properties"]!["with"] = new JsonObject
        {
            ["type"] = new JsonArray("object", "null"),
            ["description"] = "Settings that its policy.json declares."
        };
        return gate;
    }

    private static JsonObject GateShell(string description, bool ownFacts)
    {
        var properties = new JsonObject
        {
            ["mode"] = Ref("mode"),
            ["enforce-after"] = new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = SettingSchema.DatePattern,
                ["description"] = "The day (UTC) on which `warn` becomes `enforce`.",
            },
            ["timeout"] = Ref("timeout"),
            ["policy-timeout"] = Ref("policy-timeout"),
            ["needs"] = Ref("needs"),
            ["when-changed"] = new JsonObject { ["$ref"] = "#/definitions/globs", ["description"] = "Run only when a changed file matches." },
            ["when-missing"] = new JsonObject
            {
                ["enum"] = new JsonArray([.. GateReader.WhenMissing.Select(w => (JsonNode)w)]),
                ["default"] = "error",
                ["description"] = "What a missing required input means.",
            },
            ["policy"] = Ref("policy"),
            ["with"] = true,
        };
        if (!ownFacts)
        {
            properties["facts"] = Ref("facts");
        }

        return new JsonObject
        {
            ["description"] = description,
            ["additionalProperties"] = false,
            ["properties"] = properties,
            ["dependencies"] = new JsonObject
            {
                ["enforce-after"] = new JsonObject { ["properties"] = new JsonObject { ["mode"] = new JsonObject { ["const"] = "warn" } } },
            },
        };
    }

    private static JsonObject Duration(string description, SettingType type)
    {
        var schema = SettingSchema.Of(type);
        schema["description"] = description;
        return schema;
    }

    internal static JsonObject Map(string description, JsonObject properties) =>
        new() { ["type"] = new JsonArray("object", "null"), ["description"] = description, ["additionalProperties"] = false, ["properties"] = properties };

    internal static JsonObject MapOf(string description, JsonObject values) =>
        new() { ["type"] = new JsonArray("object", "null"), ["description"] = description, ["additionalProperties"] = values };

    internal static JsonObject Ref(string name) => new() { ["$ref"] = "#/definitions/" + name };
}
