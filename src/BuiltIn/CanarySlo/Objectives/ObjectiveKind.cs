namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>What an objective is about.</summary>
internal enum ObjectiveKind
{
    Ratio,
    Quantile,
    Counter,
    Value,
}
