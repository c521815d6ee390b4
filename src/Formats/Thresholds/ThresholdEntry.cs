using Gates.Formats.LoadResults;
using Gates.Policies;

namespace Gates.Formats.Thresholds;

/// <summary>One limit as a thresholds file states it.</summary>
/// <param name="Metric">The metric, sub-metric or objective it is for.</param>
/// <param name="Expression">The limit.</param>
/// <param name="Severity">What crossing it means.</param>
/// <param name="Line">Where it stands, from 1.</param>
internal sealed record ThresholdEntry(MetricName Metric, ThresholdExpression Expression, Severity Severity, int Line)
{
    /// <value>What one entry has to share with another to replace it.</value>
    public (MetricName Metric, Aggregation Aggregation, bool IsUpper, Severity Severity) Key =>
        (Metric, Expression.Aggregation, Expression.Comparison is Comparison.Less or Comparison.LessOrEqual, Severity);
}
