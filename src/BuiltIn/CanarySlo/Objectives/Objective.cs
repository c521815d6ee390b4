using Gates.Policies;

namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>An objective whose options were checked.</summary>
/// <param name="Options">As written.</param>
/// <param name="Kind">Which of the four forms it has.</param>
/// <param name="Max">The most that is allowed: a share, seconds for a quantile, events a minute for a counter, or the value's own unit.</param>
/// <param name="Min">The least that is allowed.</param>
internal sealed record Objective(ObjectiveOptions Options, ObjectiveKind Kind, double? Max, double? Min)
{
    public string Name => Options.Name;

    /// <value>What breaking it means; only an error rolls back.</value>
    public Severity Severity { get; init; } = Severity.Error;

    /// <value>Where the limit came from; <see langword="null"/> for the settings.</value>
    public string? From { get; init; }

    /// <value>The limits of the same file that it took precedence over.</value>
    public IReadOnlyList<string> Replaced { get; init; } = [];
}

/// <summary>What an objective is about.</summary>
internal enum ObjectiveKind
{
    Ratio,
    Quantile,
    Counter,
    Value,
}
