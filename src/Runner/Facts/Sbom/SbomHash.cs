namespace Gates.Runner.Facts.Sbom;

internal sealed record SbomHash(string Algorithm, string Value);
