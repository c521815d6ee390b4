namespace Gates.BuiltIn.PerfBudget.Facts;

/// <summary>What the evidence branch says of a run that it keeps.</summary>
/// <param name="Commit">The commit that was measured.</param>
/// <param name="Logged">When the run was logged, by the log's word; RFC 3339.</param>
/// <param name="AgeHours">How many whole hours ago that was.</param>
/// <param name="Key">The key that signed it.</param>
/// <param name="Statement">The signed statement's path on the branch.</param>
internal sealed record OriginFact(string Commit, string Logged, int AgeHours, string Key, string Statement);
