namespace Gates.Runner.Attesting.Controls;

/// <summary>What became of a control.</summary>
internal enum ControlOutcome
{
    Holds,
    Fails,
    NotApplicable,
}
