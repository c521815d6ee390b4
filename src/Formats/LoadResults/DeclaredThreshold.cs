namespace Gates.Formats.LoadResults;

/// <summary>A threshold that the load test itself declared.</summary>
/// <param name="Metric">As written.</param>
/// <param name="Expression">As written.</param>
/// <param name="Held">The tool's own verdict; <see langword="null"/> when the file has none.</param>
/// <param name="AbortsRun">Whether crossing it ends the run early.</param>
internal sealed record DeclaredThreshold(string Metric, string Expression, bool? Held, bool AbortsRun = false);
