using System.Text.Json.Serialization;

namespace Gates.BuiltIn.PerfBudget.Facts;

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

    /// <value>Why there is no baseline, one reason for each source; empty when there is one, or none was asked for.</value>
    public required IReadOnlyList<string> MissingBaseline { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PerfFacts))]
internal sealed partial class PerfFactsJson : JsonSerializerContext;

/// <summary>A sub-metric that has thresholds which its run's file does not hold.</summary>
internal sealed record UndisclosedFact(string Path, string Metric, double Samples);
