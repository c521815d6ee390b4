namespace Gates.BuiltIn.PerfBudget.Facts;

/// <summary>What a budget's number was in an earlier run.</summary>
/// <param name="Commit">The commit that was measured.</param>
/// <param name="Logged">When the run was logged, by the log's word; RFC 3339.</param>
/// <param name="Value">The number.</param>
internal sealed record TrendFact(string Commit, string Logged, double Value);
