using System.Text.Json.Serialization;
using Gates.BuiltIn.CanarySlo.Evaluation;

namespace Gates.BuiltIn.CanarySlo.Facts;

/// <summary>What the policy judges: the rollout, what each objective did, and the answers it was read from.</summary>
internal sealed record CanaryFacts
{
    /// <value>The server's host and port.</value>
    public required string Server { get; init; }

    /// <value><c>live</c> or <c>replay</c>.</value>
    public required string Mode { get; init; }

    public required string Start { get; init; }

    /// <value>When the last stage ends.</value>
    public required string End { get; init; }

    /// <value>The last moment that was looked at: before the end only when the canary was stopped.</value>
    public required string Until { get; init; }

    /// <value>Seconds.</value>
    public double Breach { get; init; }

    /// <value>Seconds.</value>
    public double Step { get; init; }

    public double MinRequests { get; init; }

    /// <value>Of a rule "so many of so many points": of how many; <see langword="null"/> for no such rule.</value>
    public int? Among { get; init; }

    /// <value>Of a rule of fast burning: how many times the limit; <see langword="null"/> for no such rule.</value>
    public double? BurnTimes { get; init; }

    /// <value>Seconds that Prometheus's clock is ahead of this machine's; <see langword="null"/> when they agree.</value>
    public double? ClockAhead { get; init; }

    public required IReadOnlyList<ObjectiveFact> Objectives { get; init; }

    /// <value>Objectives of the preset that were left out, each with the reason.</value>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public ErrorBudget? Budget { get; init; }

    public required IReadOnlyList<AnswerFact> Answers { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CanaryFacts))]
internal sealed partial class CanaryFactsJson : JsonSerializerContext;
