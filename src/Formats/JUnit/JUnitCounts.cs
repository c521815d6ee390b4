namespace Gates.Formats.JUnit;

/// <summary>The totals that a suite's attributes declare; <see langword="null"/> where there is none.</summary>
internal sealed record JUnitCounts(int? Tests, int? Failures, int? Errors, int? Skipped);
