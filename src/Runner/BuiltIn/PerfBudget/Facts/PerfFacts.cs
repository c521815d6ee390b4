namespace Gates.Runner.BuiltIn.PerfBudget.Facts;

/// <summary>Everything that the gate saw.</summary>
internal sealed record PerfFacts
{
    public required IReadOnlyList<RunFact> Current { get; init; }

    public required IReadOnlyList<RunFact> Baseline { get; init; }

    public required IReadOnlyList<ThresholdFact> Thresholds { get; init; }

    public required IReadOnlyList<UndisclosedFact> Undisclosed { get; init; }

    public required IReadOnlyList<BudgetFact> Budgets { get; init; }

    /// <value>Why the two sides cannot be compared; empty when they can, or when there is no baseline.</value>
    public required IReadOnlyList<string> Refusals { get; init; }

    /// <value>The globs that matched no baseline.</value>
    public required IReadOnlyList<string> MissingBaseline { get; init; }

    /// <value>What would be the baseline, were it merged, where there is none at the base.</value>
    public required IReadOnlyList<string> UnmergedBaseline { get; init; }
}
