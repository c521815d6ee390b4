using System.Text.Json.Serialization;
using Gates.Policies;

namespace Gates.Doors.Workers;

/// <summary>What the worker says: one line of JSON.</summary>
internal sealed record PolicyAnswer
{
    /// <value>The worker is ready for requests, or has begun to judge; more follows.</value>
    public bool Started { get; init; }

    /// <value>The heap's hard limit as the worker's runtime understood it, in bytes; only in the first line.</value>
    public long? HeapBytes { get; init; }

    public Judgement? Judgement { get; init; }

    /// <value>The files that the policy consists of, when only that was asked.</value>
    public IReadOnlyList<string>? Files { get; init; }

    public PolicyFailure? Failure { get; init; }

    /// <value>What the policy did, when that was asked for; also beside a failure.</value>
    public PolicyObservation? Observation { get; init; }
}

/// <summary>The wire format of answers. The parent trusts none: they are shallow, whole and bounded, or refused.</summary>
[JsonSourceGenerationOptions(
    MaxDepth = 8,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PolicyAnswer))]
internal sealed partial class PolicyAnswerJson : JsonSerializerContext;

/// <summary>A <see cref="PolicyException"/> on its way to the parent.</summary>
/// <param name="Final">Whether the worker is spent and ends.</param>
internal sealed record PolicyFailure(string Message, int? Line, int? Column, string? Limit, bool Final)
{
    /// <value>The file at fault; <see langword="null"/> for the policy itself.</value>
    public string? File { get; init; }
}
