namespace Gates.BuiltIn.PerfBudget.Facts;

/// <summary>One side of a comparison.</summary>
/// <param name="Value">The value of all its runs together.</param>
/// <param name="Runs">How many runs.</param>
/// <param name="Samples">How many samples in all, when known.</param>
internal sealed record SideFact(double Value, int Runs, double? Samples);
