using System.Text.Json.Nodes;
using Gates.Runner.Facts;

namespace Gates.Runner.Configuration.Schemas;

/// <summary>The JSON Schema of a <c>facts</c> map.</summary>
internal static class FactsSchema
{
    public static JsonObject Create(string globs)
    {
        var kinds = new JsonObject();
        foreach (var kind in FactsGate.Kinds)
        {
            kinds[kind] = new JsonObject { ["$ref"] = globs };
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "The files to collect, as globs by kind.",
            ["minProperties"] = 1,
            ["additionalProperties"] = false,
            ["properties"] = kinds,
        };
    }
}
