namespace Gates.Runner.Reports;

/// <summary>What a piece of console text means; only a terminal shows it.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Quiet,
    Good,
    Warning,
    Bad,
}
