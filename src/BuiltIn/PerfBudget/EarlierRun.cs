using Gates.BuiltIn.PerfBudget.Facts;
using Gates.Formats.LoadResults;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>A run that was logged before, with whose word it is.</summary>
/// <param name="Run">What was measured.</param>
/// <param name="Origin">When, and of which commit.</param>
/// <param name="IsBaseline">Whether it is among those that are compared with.</param>
internal sealed record EarlierRun(LoadRun Run, OriginFact Origin, bool IsBaseline);
