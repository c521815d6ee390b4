namespace Gates.Formats.Sarif;

/// <summary>One SARIF file as policies see it.</summary>
internal sealed record SarifLog(string Path, string Version, IReadOnlyList<SarifRun> Runs);
