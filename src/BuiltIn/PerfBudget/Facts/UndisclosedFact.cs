namespace Gates.BuiltIn.PerfBudget.Facts;

/// <summary>A sub-metric that has thresholds which its run's file does not hold.</summary>
internal sealed record UndisclosedFact(string Path, string Metric, double Samples);
