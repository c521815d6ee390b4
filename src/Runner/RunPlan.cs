namespace Gates.Runner;

/// <summary>What will run, and by whose configuration.</summary>
/// <param name="Gates">The gates, in configuration order.</param>
/// <param name="Source">How reports name the configuration: a path, a path at a commit, or "built-in defaults".</param>
/// <param name="Notes">What a reader must know about the plan, such as "bootstrap" or a mode that was capped.</param>
internal sealed record RunPlan(IReadOnlyList<PlannedGate> Gates, string Source, IReadOnlyList<string> Notes);
