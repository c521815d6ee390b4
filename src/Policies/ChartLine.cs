namespace Gates.Policies;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Values">Finite numbers; <see langword="null"/> where nothing is known.</param>
public sealed record ChartLine(string Name, IReadOnlyList<double?> Values);
