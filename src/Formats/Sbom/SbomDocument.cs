using System.Text.Json.Serialization;

namespace Gates.Formats.Sbom;

/// <summary>One bill of materials as policies see it.</summary>
internal sealed record SbomDocument
{
    public required string Path { get; init; }

    /// <value><c>CycloneDX</c> or <c>SPDX</c>.</value>
    public required string Format { get; init; }

    /// <value>The format's version, such as <c>1.6</c> or <c>2.3</c>.</value>
    public required string Version { get; init; }

    public required string? Created { get; init; }

    /// <value>The tools that made it, with their versions.</value>
    public required IReadOnlyList<string> Tools { get; init; }

    /// <value>What the bill is about.</value>
    public required SbomSubject? Subject { get; init; }

    /// <value>What the subject is made of; the subject itself is not among them.</value>
    public required IReadOnlyList<SbomComponent> Components { get; init; }

    /// <value>How many dependencies between components it states; <see langword="null"/> when it has no such section.</value>
    public required int? Dependencies { get; init; }

    public required IReadOnlyList<SbomVulnerability> Vulnerabilities { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SbomDocument))]
internal sealed partial class SbomJson : JsonSerializerContext;

internal sealed record SbomSubject(string Name, string? Version, string? Purl);
