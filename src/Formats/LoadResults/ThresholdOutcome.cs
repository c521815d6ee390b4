namespace Gates.Formats.LoadResults;

/// <summary>What became of one threshold in one run.</summary>
/// <param name="Run">The run's file.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Value">The value that was compared, where there is one.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Reason">Why there is no value, or what else is worth knowing.</param>
/// <param name="Stated">The tool's own verdict, where the file has one.</param>
internal sealed record ThresholdOutcome(string Run, ThresholdResult Result, double? Value = null, string? Unit = null, string? Reason = null, bool? Stated = null);
