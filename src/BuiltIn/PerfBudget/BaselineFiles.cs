namespace Gates.BuiltIn.PerfBudget;

/// <summary>What one source of baselines has.</summary>
/// <param name="Files">Sorted by path.</param>
/// <param name="Missing">Why there are none, in words without a full stop; <see langword="null"/> when there are some.</param>
internal sealed record BaselineFiles(IReadOnlyList<ResultFile> Files, string? Missing);
