using Gates.Formats.LoadResults;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>A limit relative to the baseline.</summary>
internal sealed record Budget(MetricName Metric, BudgetExpression Expression);
