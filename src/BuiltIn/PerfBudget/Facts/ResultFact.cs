namespace Gates.BuiltIn.PerfBudget.Facts;

/// <summary>What became of a threshold in one run.</summary>
/// <param name="Path">The run's file.</param>
/// <param name="Result"><c>held</c>, <c>crossed</c>, <c>no-samples</c>, <c>not-in-file</c> or <c>invalid</c>.</param>
/// <param name="Value">What was compared.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Reason">Why there is no value, or what else is worth knowing.</param>
/// <param name="Stated">The tool's own verdict.</param>
internal sealed record ResultFact(string Path, string Result, double? Value, string? Unit, string? Reason, bool? Stated);
