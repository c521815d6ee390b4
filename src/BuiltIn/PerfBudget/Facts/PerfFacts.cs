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

    /// <value>What earlier runs told of how much runs differ; absent where there are none.</value>
    public HistoryFact? History { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PerfFacts))]
internal sealed partial class PerfFactsJson : JsonSerializerContext;

/// <summary>Earlier runs on the evidence branch.</summary>
/// <param name="Used">How many could be read and compared with those of now.</param>
/// <param name="LeftOut">Which could not, and why.</param>
internal sealed record HistoryFact(int Used, IReadOnlyList<string> LeftOut);

/// <summary>A sub-metric that has thresholds which its run's file does not hold.</summary>
internal sealed record UndisclosedFact(string Path, string Metric, double Samples);
