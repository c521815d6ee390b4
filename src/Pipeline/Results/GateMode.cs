namespace Gates.Pipeline.Results;

/// <summary>What a gate's findings may do to the run.</summary>
internal enum GateMode
{
    Off,
    Audit,
    Warn,
    Enforce,
}
