using Gates.Formats.Documents;

namespace Gates.Formats.Sbom;

internal sealed record SbomComponent
{
    /// <value>What other parts of the bill refer to it by.</value>
    public required string? Ref { get; init; }

    /// <value>With its group, where it has one: <c>group/name</c>.</value>
    public required string Name { get; init; }

    public required string? Version { get; init; }

    public required string? Purl { get; init; }

    /// <value>Identifiers, names or expressions; none when nothing is asserted.</value>
    public required IReadOnlyList<string> Licenses { get; init; }

    public required string? Supplier { get; init; }

    public required IReadOnlyList<SbomHash> Hashes { get; init; }

    public required FactPlace Where { get; init; }
}

internal sealed record SbomHash(string Algorithm, string Value);
