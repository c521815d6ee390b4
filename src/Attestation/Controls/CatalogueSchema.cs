using System.Text.Json.Nodes;
using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Controls.Assertions.JsonPaths;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls;

/// <summary>The JSON Schema of control catalogues, with the rules that the reader uses.</summary>
internal static class CatalogueSchema
{
    public const string Address = "https://raw.githubusercontent.com/gates-ci/gates/main/docs/schemas/controls.schema.json";

    public static JsonObject Create() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["$id"] = Address,
        ["title"] = $"Control catalogue ({ControlCatalogue.DefaultPath})",
        ["type"] = "object",
        ["required"] = new JsonArray("schema", "controls"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["schema"] = new JsonObject { ["const"] = 1, ["description"] = "The version of this format." },
            ["title"] = Text("The name of the catalogue."),
            ["version"] = new JsonObject { ["type"] = new JsonArray("string", "number"), ["maxLength"] = CatalogueReader.MaxTextLength, ["pattern"] = "\\S", ["description"] = "The version that its authors give it." },
            ["not-covered"] = List(Text("One thing."), "What the catalogue leaves to the organisation."),
            ["controls"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["maxItems"] = CatalogueReader.MaxControls, ["items"] = Control() },
        },
    };

    private static JsonObject Control() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("id", "name"),
        ["anyOf"] = new JsonArray(new JsonObject { ["required"] = new JsonArray("evidence") }, new JsonObject { ["required"] = new JsonArray("not-applicable") }),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["id"] = new JsonObject { ["type"] = "string", ["pattern"] = CatalogueReader.IdPattern, ["description"] = "Unique in the catalogue, whatever the case." },
            ["name"] = Text("What the control is, in a few words."),
            ["claim"] = Text("What holds when the control does, in your own words."),
            ["owner"] = Text("Who answers for it: a role or a team, not a person."),
            ["frameworks"] = List(
                new JsonObject { ["type"] = "string", ["pattern"] = FrameworkRequirement.Pattern, ["description"] = "framework:requirement or framework:version:requirement." },
                "The requirements that it supports, such as SOC2:CC8.1 or ISO27001:2022:A.8.32."),
            ["not-applicable"] = Text("Why the control does not apply; it is then not judged."),
            ["not-covered"] = List(Text("One thing."), "What the control leaves to the organisation."),
            ["evidence"] = List(
                new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        Glob("A glob below the evidence folder."),
                        new JsonObject { ["type"] = "object", ["required"] = new JsonArray("path"), ["additionalProperties"] = false, ["properties"] = new JsonObject { ["path"] = Glob("A glob below the evidence folder.") } }),
                },
                "The files that show it; each glob must match one."),
            ["assert"] = List(
                new JsonObject { ["anyOf"] = new JsonArray([.. AssertionTypes.All.SelectMany(one => Forms(one.Key, one.Value))]) },
                "What must be true of the evidence."),
        },
    };

    /// <summary>With its type among its keys, or as its name.</summary>
    private static IEnumerable<JsonObject> Forms(string name, OptionClass type)
    {
        yield return Assertion(name, type);
        if (name == AssertionTypes.Policy)
        {
            yield break;
        }

        var inner = Assertion(name, type);
        inner["properties"]!.AsObject().Remove("type");
        var required = inner["required"]!.AsArray().Select(one => one!.GetValue<string>()).Where(one => one != "type");
        inner["required"] = new JsonArray([.. required.Select(one => (JsonNode)one)]);
        yield return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [name] = inner },
            ["required"] = new JsonArray(name),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Assertion(string name, OptionClass type)
    {
        var schema = SettingSchema.Group(type.Settings, open: false);
        var properties = schema["properties"]!.AsObject();
        Tighten(name, properties, schema);
        properties.Insert(0, "type", new JsonObject { ["const"] = name });
        var required = (schema["required"]?.AsArray() ?? []).Select(one => one!.GetValue<string>()).Where(one => name != AssertionTypes.Policy).Prepend(name == AssertionTypes.Policy ? name : "type");
        schema["required"] = new JsonArray([.. required.Select(one => (JsonNode)one)]);
        schema["type"] = "object";
        return schema;
    }

    /// <summary>The rules that the options' types do not carry.</summary>
    private static void Tighten(string name, JsonObject properties, JsonObject schema)
    {
        switch (name)
        {
            case "sarif_no_levels":
                var levels = string.Join('|', SarifNoLevels.Known.Select(level => string.Concat(level.Select(letter => $"[{letter}{char.ToLowerInvariant(letter)}]"))));
                properties["levels"] = List(new JsonObject { ["type"] = "string", ["pattern"] = $"^({levels})$", ["description"] = "A level." }, properties["levels"]!["description"]!.GetValue<string>());
                break;
            case "json_path":
                properties["query"]!["pattern"] = JsonPath.Pattern;
                break;
            case "max_age":
                properties["field"]!["pattern"] = JsonPath.Pattern;
                break;
            case "vulnerabilities_at_most":
                schema["anyOf"] = new JsonArray([.. properties.Select(one => one.Key).Where(key => key != "path").Select(key => (JsonNode)new JsonObject { ["required"] = new JsonArray(key) })]);
                break;
            case "gate_passed":
                properties["gate"]!["pattern"] = GateId.Pattern;
                properties["gate"]!["maxLength"] = GateId.MaxLength;
                break;
            case AssertionTypes.Policy:
                properties["policy"]!["pattern"] = RepositoryPaths.Pattern;
                break;
        }
    }

    private static JsonObject Text(string description) =>
        new() { ["type"] = "string", ["maxLength"] = CatalogueReader.MaxTextLength, ["pattern"] = "\\S", ["description"] = description };

    private static JsonObject Glob(string description) =>
        new() { ["type"] = "string", ["maxLength"] = CatalogueReader.MaxTextLength, ["pattern"] = RepositoryPaths.Pattern, ["description"] = description };

    private static JsonObject List(JsonObject items, string description) =>
        new() { ["type"] = "array", ["minItems"] = 1, ["items"] = items, ["description"] = description };
}
