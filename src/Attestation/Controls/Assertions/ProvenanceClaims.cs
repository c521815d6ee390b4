using System.Text.Json;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>What SLSA provenance says of a build, in any version of it.</summary>
/// <param name="Builder">Who built.</param>
/// <param name="Sources">Where from: first what the build was started with, then what it was resolved to.</param>
internal sealed record ProvenanceClaims(string? Builder, IReadOnlyList<ProvenanceSource> Sources)
{
    /// <summary>Reads what is there; other tools' documents may lack anything.</summary>
    public static ProvenanceClaims Read(JsonElement predicate)
    {
        var definition = Member(predicate, "buildDefinition");
        var parameters = Member(definition, "externalParameters");
        var workflow = Member(parameters, "workflow");
        var configured = Member(Member(predicate, "invocation"), "configSource");
        List<ProvenanceSource?> sources =
        [
            ProvenanceSource.From("externalParameters.workflow", Text(Member(workflow, "repository")), default, Text(Member(workflow, "ref"))),
            Described("externalParameters.source", Member(parameters, "source")),
            Described("externalParameters.configSource", Member(parameters, "configSource")),
            Described("invocation.configSource", configured),
            .. List(Member(
                definition,
                "resolvedDependencies")).Select(one => Described("resolvedDependencies", one) is { Commit: not null } source
                    ? source with { IsPrimary = false }
                    : null),
            .. List(Member(
                predicate,
                "materials")).Select(one => Described("materials", one) is { Commit: not null } source ? source with { IsPrimary = false } : null),
        ];
        var builder = Text(Member(Member(Member(predicate, "runDetails"), "builder"), "id")) ?? Text(Member(Member(predicate, "builder"), "id"));
        return new ProvenanceClaims(builder, [.. sources.OfType<ProvenanceSource>()]);
    }

    /// <summary>A resource descriptor, or its address alone.</summary>
    private static ProvenanceSource? Described(string place, JsonElement value) => value.ValueKind == JsonValueKind.String
        ? ProvenanceSource.From(place, value.GetString(), default, null)
        : ProvenanceSource.From(place, Text(Member(value, "uri")), Member(value, "digest"), Text(Member(value, "ref")));

    private static IEnumerable<JsonElement> List(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
