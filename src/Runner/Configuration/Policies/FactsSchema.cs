using System.Text.Json.Nodes;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Facts.Git;
using Gates.Pipeline.Facts.Needs;

namespace Gates.Runner.Configuration.Policies;

/// <summary>The JSON Schema of a <c>facts</c> map.</summary>
internal static class FactsSchema
{
    /// <param name="globs">Where the schema of a list of globs stands.</param>
    /// <param name="knowsGates">Whether other gates can be named here.</param>
    public static JsonObject Create(string globs, bool knowsGates)
    {
        var kinds = new JsonObject();
        foreach (var kind in FactsGate.Kinds.Where(kind => knowsGates || kind != NeedsFacts.Kind))
        {
            kinds[kind] = kind switch
            {
                GitFacts.Kind =>
                    List(
                        "What to read of the repository's history.",
                        new JsonObject { ["enum"] = new JsonArray([.. GitFacts.Parts.Select(part => (JsonNode)part)]) }),
                NeedsFacts.Kind =>
                    List("The gates whose evidence and findings the policy judges; the gate waits for them.", new JsonObject { ["type"] = "string" }),
                _ => new JsonObject { ["$ref"] = globs },
            };
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "What to collect, by kind: the globs of the files, or what the kind takes.",
            ["minProperties"] = 1,
            ["additionalProperties"] = false,
            ["properties"] = kinds,
        };
    }

    private static JsonObject List(string description, JsonObject items) => new()
    {
        ["type"] = "array",
        ["description"] = description,
        ["items"] = items,
        ["minItems"] = 1,
    };
}
