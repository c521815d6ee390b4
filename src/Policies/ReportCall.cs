namespace Gates.Policies;

/// <summary>One call of <c>report</c>, as a trace shows it.</summary>
/// <param name="Name">The function: <c>error</c>, <c>warning</c>, <c>note</c>, <c>pass</c>, <c>metric</c>, <c>output</c>, <c>chart</c>,
/// <c>document</c> or <c>log</c>.</param>
/// <param name="Rule">The rule; the name of a metric, output, chart or page; <see langword="null"/> for a log line.</param>
/// <param name="Text">The message or log line; the unit of a metric or chart, if it has one; an output's value; a page's text.</param>
/// <param name="Where">The finding's place, if it has one.</param>
/// <param name="Value">A metric's value.</param>
/// <param name="At">The statement of the policy that called; <see langword="null"/> when it is none that its author wrote.</param>
public sealed record ReportCall(string Name, string? Rule, string? Text, Location? Where = null, double? Value = null, Location? At = null);
