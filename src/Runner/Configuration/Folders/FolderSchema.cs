using System.Text.Json.Nodes;
using Gates.BuiltIn.Waivers;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration.Folders;

/// <summary>The JSON Schema of a folder's own file: the root's, without what is the root's to say.</summary>
internal static class FolderSchema
{
    public const string Address = "https://raw.githubusercontent.com/gates-ci/gates/main/docs/schemas/folder-gates.schema.json";

    public static JsonObject Create()
    {
        var schema = ConfigurationSchema.Create();
        var root = schema["properties"]!.AsObject();
        var gates = root["gates"]!.DeepClone().AsObject();
        gates["maxProperties"] = FolderReader.MaxGates;
        var known = gates["properties"]!.AsObject();
        foreach (var name in known.Select(gate => gate.Key).Where(name => name == WaiversGate.Id || GateIds.BuiltIn(name)?.MadeInput is not null).ToList())
        {
            known[name] = false;
        }

        foreach (var gate in known.Select(gate => gate.Value).OfType<JsonObject>().Append(gates["additionalProperties"]!.AsObject()))
        {
            Narrow(gate);
        }

        schema["$id"] = Address;
        schema["title"] = $"Gates configuration of a folder ({FolderFiles.Names[0]})";
        schema["properties"] = new JsonObject
        {
            ["version"] = root["version"]!.DeepClone(),
            ["name"] = new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = GateId.Pattern,
                ["maxLength"] = GateId.MaxLength,
                ["description"] = "What stands before the names of its gates. Default: the folder's path.",
            },
            ["gates"] = gates,
        };
        var definitions = schema["definitions"]!.AsObject();
        definitions["policy"] = new JsonObject
        {
            ["type"] = "string",
            ["not"] = new JsonObject { ["pattern"] = "^" + PolicyPin.Prefix },
            ["pattern"] = RepositoryPaths.Pattern,
            ["description"] = "A folder with policy.js and policy.json, or one script, relative to this file.",
        };
        return schema;
    }

    /// <summary>What an entry leaves out it has from the root's, so nothing is required.</summary>
    private static void Narrow(JsonObject gate)
    {
        gate["type"] = new JsonArray("object", "null");
        gate.Remove("required");
        var keys = gate["properties"]!.AsObject();
        foreach (var key in keys.Select(key => key.Key).Except(FolderReader.Keys, StringComparer.Ordinal).ToList())
        {
            keys.Remove(key);
        }

        if (gate["else"] is JsonObject closed)
        {
            closed.Remove("required");
            (closed["properties"]?["with"] as JsonObject)?.Remove("required");
        }
    }
}
