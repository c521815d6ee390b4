namespace Gates.Policies;

/// <summary>A part of a chart's time, such as a stage.</summary>
/// <param name="At">The number of its first value, from 0.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">What is said of it in a table.</param>
/// <param name="Severity">How bad it was; <see langword="null"/> when it was in order.</param>
public sealed record ChartSpan(int At, string Name, string? Text = null, Severity? Severity = null);
