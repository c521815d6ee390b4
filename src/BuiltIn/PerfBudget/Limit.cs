using Gates.Formats.LoadResults;
using Gates.Policies;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>An absolute limit that does not come from the load test itself.</summary>
/// <param name="Metric">What it is for.</param>
/// <param name="Expression">The limit.</param>
/// <param name="Severity">What crossing it means.</param>
/// <param name="From">Where it was declared.</param>
/// <param name="Replaced">What it took precedence over.</param>
internal sealed record Limit(MetricName Metric, ThresholdExpression Expression, Severity Severity, string From, IReadOnlyList<string> Replaced);
