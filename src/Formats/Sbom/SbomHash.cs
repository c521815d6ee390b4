namespace Gates.Formats.Sbom;

internal sealed record SbomHash(string Algorithm, string Value);
