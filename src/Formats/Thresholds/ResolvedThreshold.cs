namespace Gates.Formats.Thresholds;

/// <summary>A limit that applies, and what it took precedence over.</summary>
/// <param name="Entry">The limit.</param>
/// <param name="Origin">Where it came from: file, line and level.</param>
/// <param name="Replaced">The limits of lower levels that do not apply because of it, nearest first.</param>
internal sealed record ResolvedThreshold(ThresholdEntry Entry, string Origin, IReadOnlyList<string> Replaced);
