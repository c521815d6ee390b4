using Gates.Pipeline.Results;

namespace Gates.Runner.Reports;

/// <summary>A reporter and what to call it when it fails.</summary>
/// <param name="Name">Such as <c>results.json</c>.</param>
/// <param name="Reporter">The reporter.</param>
/// <param name="Essential">Whether a run without this report must not count as evaluated.</param>
internal sealed record NamedReporter(string Name, IReporter Reporter, bool Essential = false);
