using System.Text.Json;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>What SLSA provenance says of a build, in any version of it.</summary>
/// <param name="Builder">Who built.</param>
/// <param name="Sources">Where from: first what the build was started with, then what it was resolved to.</param>
internal sealed record ProvenanceClaims(string? Builder, IReadOnlyList<ProvenanceSource> Sources)
{
    /// <summary>Reads what is there; other tools' documents may lack anything.</summary>
    public static ProvenanceClaims Read(JsonElement predicate)
    {
        var definition = predicate.Member("buildDefinition");
        var parameters = definition.Member("externalParameters");
        var workflow = parameters.Member("workflow");
        var configured = predicate.Member("invocation").Member("configSource");
        List<ProvenanceSource?> sources =
        [
            ProvenanceSource.From("externalParameters.workflow", workflow.Member("repository").Text(), default, workflow.Member("ref").Text()),
            Described("externalParameters.source", parameters.Member("source")),
            Described("externalParameters.configSource", parameters.Member("configSource")),
            Described("invocation.configSource", configured),
            .. Resolved("resolvedDependencies", definition),
            .. Resolved("materials", predicate),
        ];
        var builder = predicate.Member("runDetails").Member("builder").Member("id").Text() ?? predicate.Member("builder").Member("id").Text();
        return new ProvenanceClaims(builder, [.. sources.OfType<ProvenanceSource>()]);
    }

    /// <summary>A resource descriptor, or its address alone.</summary>
    private static ProvenanceSource? Described(string place, JsonElement value) => value.ValueKind == JsonValueKind.String
        ? ProvenanceSource.From(place, value.GetString(), default, null)
        : ProvenanceSource.From(place, value.Member("uri").Text(), value.Member("digest"), value.Member("ref").Text());

    /// <summary>What a list names that has a commit.</summary>
    private static IEnumerable<ProvenanceSource?> Resolved(string place, JsonElement value) => value.Member(place) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(one => Described(place, one) is { Commit: not null } source ? source with { IsPrimary = false } : null)
        : [];
}
