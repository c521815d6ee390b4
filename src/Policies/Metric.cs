namespace Gates.Policies;

/// <summary>A number worth showing beside a verdict.</summary>
public sealed record Metric(string Name, double Value, string? Unit = null);
