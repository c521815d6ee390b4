namespace Gates.Formats.Sbom;

internal sealed record SbomSubject(string Name, string? Version, string? Purl);
