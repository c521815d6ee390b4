namespace Gates.Runner.BuiltIn.CanarySlo;

/// <summary>An objective whose options were checked.</summary>
/// <param name="Options">As written.</param>
/// <param name="Kind">Which of the four forms it has.</param>
/// <param name="Max">The most that is allowed: a share, seconds for a quantile, or the value's own unit.</param>
/// <param name="Min">The least that is allowed.</param>
internal sealed record Objective(ObjectiveOptions Options, ObjectiveKind Kind, double? Max, double? Min)
{
    public string Name => Options.Name;
}
