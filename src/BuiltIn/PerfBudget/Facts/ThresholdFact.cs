namespace Gates.BuiltIn.PerfBudget.Facts;

/// <summary>A threshold and what became of it in every run that it applies to.</summary>
/// <param name="Metric">The metric or sub-metric.</param>
/// <param name="Aggregation">What of it is limited; absent when the expression is none.</param>
/// <param name="Expression">The threshold.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="From">Where it was declared.</param>
/// <param name="Replaced">What it took precedence over.</param>
/// <param name="Results">One for each run.</param>
internal sealed record ThresholdFact(
    string Metric, string? Aggregation, string Expression, string Severity, string From, IReadOnlyList<string> Replaced, IReadOnlyList<ResultFact> Results);
