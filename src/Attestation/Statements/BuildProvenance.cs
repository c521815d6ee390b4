using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Pipeline.Results;

namespace Gates.Attestation.Statements;

/// <summary>
/// SLSA provenance of a build that a gate ran, from the gate's evidence: what was built, of what, how, and that no cache had a part in it. It is about what was
/// built to be compared, which is thrown away; a release that is the same, digest for digest, was built so.
/// </summary>
internal static class BuildProvenance
{
    public const string PredicateType = "https://slsa.dev/provenance/v1";
    public const string BuildType = "https://gates-ci.github.io/hermetic-build/v1";

    private const string EvidenceKind = "hermetic-build/v1";

    /// <summary>One statement for each build that came to its end, by the build's name.</summary>
    public static IEnumerable<(string Name, Statement Statement)> Of(GateResult gate, RunReport report, RunFacts facts)
    {
        foreach (var build in Builds(gate))
        {
            if (build.OptionalText("name") is { } name && build.Value.TryGetProperty("digests", out var digests) && digests.GetArrayLength() > 0)
            {
                var digest = digests[0].GetString()!.Replace("sha256:", "", StringComparison.Ordinal);
                yield return (name, new Statement(
                    [Subject.File(name, digest)], PredicateType, StatementJson.Element(json => Predicate(json, build, gate, report, facts))));
            }
        }
    }

    /// <summary>What each build said, by its name.</summary>
    public static IEnumerable<(string Name, string Log)> Logs(GateResult gate) =>
        Builds(gate).Select(build => (build.OptionalText("name") ?? "", build.OptionalText("log") ?? "")).Where(log => log.Item1.Length > 0);

    private static IReadOnlyList<EvidenceJson> Builds(GateResult gate) =>
        gate.Evidence is { Kind: EvidenceKind, Facts: { ValueKind: JsonValueKind.Object } facts } && facts.TryGetProperty("builds", out var builds)
            && builds.ValueKind == JsonValueKind.Array
            ? [.. new EvidenceJson(facts, gate.GateId, "facts").Array("builds")]
            : [];

    private static void Predicate(Utf8JsonWriter json, EvidenceJson build, GateResult gate, RunReport report, RunFacts facts)
    {
        var source = facts.Subjects.Count > 0 ? facts.ResourceUri : null;
        json.WriteStartObject();
        json.WriteStartObject("buildDefinition");
        json.WriteString("buildType", BuildType);
        Parameters(json, build);
        Dependencies(json, build, source, facts);
        json.WriteEndObject();
        json.WriteStartObject("runDetails");
        json.WriteStartObject("builder");
        json.WriteString("id", facts.Run?.Url ?? RunFacts.ToolUri(report.ToolVersion));
        json.WriteStartObject("version");
        json.Text("gates", report.ToolVersion);
        json.Text("builder", build.OptionalText("builder"));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("metadata");
        json.Text("invocationId", facts.Run?.Url);
        json.Text("startedOn", build.OptionalText("started"));
        json.Text("finishedOn", build.OptionalText("ended"));
        json.WriteEndObject();
        json.WriteEndObject();
        Cache(json);
        Reproducibility(json, build);
        Lineage(json, build, source, gate);
        json.WriteEndObject();
    }

    private static void Parameters(Utf8JsonWriter json, EvidenceJson build)
    {
        json.WriteStartObject("externalParameters");
        foreach (var name in new[] { "path", "command", "target", "platform", "arguments" })
        {
            Copy(json, build, name, name == "path" ? "dockerfile" : name);
        }

        json.WriteEndObject();
        json.WriteStartObject("internalParameters");
        json.WriteString("network", "none");
        json.WriteBoolean("pull", false);
        Copy(json, build, "sourceDateEpoch", "SOURCE_DATE_EPOCH");
        Copy(json, build, "limits", "limits");
        json.WriteEndObject();
    }

    private static void Dependencies(Utf8JsonWriter json, EvidenceJson build, string? source, RunFacts facts)
    {
        json.WriteStartArray("resolvedDependencies");
        if (source is not null)
        {
            json.WriteStartObject();
            json.WriteString("uri", source);
            json.WriteStartObject("digest");
            json.WriteString("gitCommit", facts.Commit);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        Dependency(json, "name", "context", build.OptionalText("contextDigest"));
        Dependency(json, "name", build.OptionalText("path") ?? "", build.OptionalText("dockerfileDigest"));
        foreach (var material in build.Array("materials"))
        {
            var known = material.OptionalText("digest");
            Dependency(json, "uri", "docker:" + material.Text("image"), known ?? material.Text("id"), known is null ? "image configuration" : "image");
        }

        json.WriteEndArray();
    }

    private static void Dependency(Utf8JsonWriter json, string kind, string name, string? digest, string? of = null)
    {
        if (digest is not null)
        {
            json.WriteStartObject();
            json.Text(kind, name);
            json.Digest(digest.Replace("sha256:", "", StringComparison.Ordinal));
            if (of is not null)
            {
                json.WriteStartObject("annotations");
                json.WriteString("digestOf", of);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }
    }

    /// <summary>What the builder was told, and what it could not have used: the engine keeps no result of a step under <c>--no-cache</c>.</summary>
    private static void Cache(Utf8JsonWriter json)
    {
        json.WriteStartObject("gates_cacheAttestation");
        json.WriteBoolean("cacheUsed", false);
        json.WriteString("how", "built with --no-cache, without --cache-from, every mount of type cache in a space of its own that was empty");
        json.WriteEndObject();
    }

    private static void Reproducibility(Utf8JsonWriter json, EvidenceJson build)
    {
        if (build.OptionalObject("compared") is not { } compared)
        {
            return;
        }

        json.WriteStartObject("gates_reproducibility");
        foreach (var name in new[] { "files", "same", "accepted", "times", "timed", "limit", "varied", "notVaried" })
        {
            Copy(json, compared, name, name);
        }

        Copy(json, build, "digests", "digests");
        json.WriteEndObject();
    }

    /// <summary>From which source, by what, and under which version of the policy that judged it.</summary>
    private static void Lineage(Utf8JsonWriter json, EvidenceJson build, string? source, GateResult gate)
    {
        json.WriteStartArray("data_lineage");
        json.WriteStartObject();
        json.Text("source", source ?? "sha256:" + build.OptionalText("contextDigest"));
        json.Text("transform", $"{build.OptionalText("name")} by {build.OptionalText("builder")}, without network");
        json.Text("policy_version", "sha256:" + gate.Policy.Digest);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Copy(Utf8JsonWriter json, EvidenceJson from, string name, string to)
    {
        if (from.Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
        {
            json.WritePropertyName(to);
            value.WriteTo(json);
        }
    }
}
