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

/// <summary>What became of a threshold in one run.</summary>
/// <param name="Path">The run's file.</param>
/// <param name="Result"><c>held</c>, <c>crossed</c>, <c>no-samples</c>, <c>not-in-file</c> or <c>invalid</c>.</param>
/// <param name="Value">What was compared.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Reason">Why there is no value, or what else is worth knowing.</param>
/// <param name="Stated">The tool's own verdict.</param>
internal sealed record ResultFact(string Path, string Result, double? Value, string? Unit, string? Reason, bool? Stated);
