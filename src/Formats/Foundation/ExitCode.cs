namespace Gates.Formats.Foundation;

/// <summary>The process's answer, the same for every command.</summary>
internal enum ExitCode
{
    /// <summary>It holds.</summary>
    Holds = 0,

    /// <summary>It does not hold: a gate failed.</summary>
    Fails = 1,

    /// <summary>Wrong usage or configuration.</summary>
    Usage = 2,

    /// <summary>Could not evaluate or read.</summary>
    CouldNotEvaluate = 3,
}
