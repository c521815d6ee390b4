namespace Gates.Runner.Facts.Sbom;

internal sealed record SbomSubject(string Name, string? Version, string? Purl);
