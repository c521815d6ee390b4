using System.Text.Json.Nodes;
using Gates.Attestation.Controls.Assertions.Levels;
using Gates.Formats.Settings;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Facts.Attested;
using Gates.Pipeline.Facts.Git;
using Gates.Pipeline.Facts.GitHub;
using Gates.Pipeline.Facts.Images;
using Gates.Pipeline.Facts.Kubernetes;
using Gates.Pipeline.Facts.Logged;
using Gates.Pipeline.Facts.Needs;
using Gates.Pipeline.Facts.Prometheus;
using Gates.Pipeline.Facts.Run;

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
            kinds[kind] = Of(kind, globs);
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

    private static JsonObject Of(string kind, string globs) => kind switch
    {
        GitFacts.Kind =>
            List(
                "What to read of the repository's history.",
                new JsonObject { ["enum"] = new JsonArray([.. GitFacts.Parts.Select(part => (JsonNode)part)]) }),
        GitHubFacts.Kind =>
            List(
                "What to ask GitHub of the commit and its repository.",
                new JsonObject { ["enum"] = new JsonArray([.. GitHubFacts.Parts.Select(part => (JsonNode)part)]) }),
        ImageFacts.Kind =>
            List(
                "Images that registries are asked about: their names, or `./` and a glob of the Dockerfiles that pull them.",
                new JsonObject { ["type"] = "string" }),
        LoggedFacts.Kind => List(
            "Files of the evidence branch: their type, a slash, and a glob of their names.", new JsonObject { ["type"] = "string" }),
        RunContextFacts.Kind => List(
            "What to record of the run: time, event, branch, tag, and env.NAME for environment variables.", new JsonObject { ["type"] = "string" }),
        KubernetesFacts.Kind => List("The objects of a cluster, by kind.", ObjectQueryReader.Schema()),
        PrometheusFacts.Kind => List(
            "Queries to the Prometheus that the environment names.", SettingSchema.Group(MetricQuery.Options.Settings, open: false)),
        AttestedFacts.Provenance => List(
            "Files whose provenance is verified.", SettingSchema.Group(ProvenanceQuery.Options.Settings, open: false)),
        AttestedFacts.Summaries => List(
            "Verifiers whose summaries are verified.", SettingSchema.Group(SummaryQuery.Options.Settings, open: false)),
        NeedsFacts.Kind =>
            List("The gates whose evidence and findings the policy judges; the gate waits for them.", new JsonObject { ["type"] = "string" }),
        _ => new JsonObject { ["$ref"] = globs },
    };

    private static JsonObject List(string description, JsonObject items) => new()
    {
        ["type"] = "array",
        ["description"] = description,
        ["items"] = items,
        ["minItems"] = 1,
    };
}
