namespace Gates.Policies;

/// <summary>A time in a chart to point at.</summary>
/// <param name="From">The number of its first value, from 0.</param>
/// <param name="To">The number of its last value.</param>
/// <param name="Text">Why.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record ChartMark(int From, int To, string Text, Severity Severity);
