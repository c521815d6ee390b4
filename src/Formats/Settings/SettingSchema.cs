using System.Text.Json.Nodes;
using Gates.Formats.Foundation;

namespace Gates.Formats.Settings;

/// <summary>Settings as JSON Schema (draft 7, the newest that editors' YAML support knows well).</summary>
internal static class SettingSchema
{
    /// <summary>A year, month and day; which months have 31 days is left to the reader of the file.</summary>
    public const string DatePattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    /// <param name="settings">The keys.</param>
    /// <param name="open">Whether a policy may add keys of its own.</param>
    public static JsonObject Group(IReadOnlyList<Setting> settings, bool open)
    {
        var properties = new JsonObject();
        foreach (var setting in settings)
        {
            properties[setting.Name] = Describe(setting);
        }

        var required = settings.Where(s => s.Required).Select(s => (JsonNode)s.Name).ToArray();
        var group = new JsonObject { ["type"] = required.Length > 0 ? "object" : new JsonArray("object", "null"), ["properties"] = properties };
        if (required.Length > 0)
        {
            group["required"] = new JsonArray(required);
        }

        group["additionalProperties"] = open;
        return group;
    }

    public static JsonObject Of(SettingType type)
    {
        var schema = type.Kind switch
        {
            SettingKind.Text when type.OneOf.Count > 0 => new JsonObject { ["enum"] = new JsonArray([.. type.OneOf.Select(v => (JsonNode)v)]) },
            SettingKind.Text => new JsonObject { ["type"] = "string" },
            SettingKind.Scalar => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
            SettingKind.Integer => new JsonObject { ["type"] = "integer" },
            SettingKind.Number => new JsonObject { ["type"] = "number" },
            SettingKind.Boolean => new JsonObject { ["type"] = "boolean" },
            SettingKind.Duration => new JsonObject { ["type"] = "string", ["pattern"] = Durations.Pattern },
            SettingKind.Date => new JsonObject { ["type"] = "string", ["pattern"] = DatePattern },
            SettingKind.List when type.Pairs => new JsonObject
            {
                ["anyOf"] = new JsonArray(Of(type with { Pairs = false }), new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(type.Item!) }),
            },
            SettingKind.List when type.OneOrMany => new JsonObject { ["anyOf"] = new JsonArray(Of(type with { OneOrMany = false }), Of(type.Item!)) },
            SettingKind.List => new JsonObject { ["type"] = "array", ["items"] = type.Item is null ? true : Of(type.Item) },
            SettingKind.Map =>
                new JsonObject { ["type"] = new JsonArray("object", "null"), ["additionalProperties"] = type.Item is null ? true : Of(type.Item) },
            _ => Group(type.Members, open: false),
        };
        if (type.Kind is SettingKind.Integer or SettingKind.Number)
        {
            AddBound(schema, "minimum", type.Min);
            AddBound(schema, "maximum", type.Max);
        }

        return schema;
    }

    private static JsonObject Describe(Setting setting)
    {
        var schema = Of(setting.Type);
        schema["description"] = setting.Description;
        if (setting.Default is not null)
        {
            schema["default"] = JsonNode.Parse(SettingJson.ToText(setting.Default));
        }

        return schema;
    }

    private static void AddBound(JsonObject schema, string name, double? bound)
    {
        // The range of an int says nothing to a reader.
        if (bound is { } value && value is not (int.MinValue or int.MaxValue))
        {
            schema[name] = value;
        }
    }
}
