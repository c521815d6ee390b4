namespace Gates.Runner.BuiltIn.CanarySlo;

/// <summary>What an objective is about.</summary>
internal enum ObjectiveKind
{
    Ratio,
    Quantile,
    Counter,
    Value,
}
