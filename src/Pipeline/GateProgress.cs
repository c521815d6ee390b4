using Gates.Pipeline.Results;

namespace Gates.Pipeline;

/// <summary>A gate moved on.</summary>
/// <param name="GateId">The gate.</param>
/// <param name="Result">Its result, when it has ended; <see langword="null"/> when it has just started.</param>
internal sealed record GateProgress(string GateId, GateResult? Result)
{
    /// <value>How far it is, in words; <see langword="null"/> when it starts or ends.</value>
    public string? Note { get; init; }
}
