namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>When an objective is broken, and how much must be known before it is kept.</summary>
/// <param name="Breach">Beyond the limit for longer than this is broken, in milliseconds.</param>
/// <param name="MinRequests">In one stage.</param>
internal sealed record Rules(long Breach, double MinRequests)
{
    /// <value>The canary's request rate; empty for none.</value>
    public string Requests { get; init; } = "";

    /// <value>Whether a stage that was beyond the limit as a whole rolls back; else it holds. Default: yes.</value>
    public bool StageRollsBack { get; init; } = true;

    /// <value>Whether the canary is scraped; empty for none.</value>
    public string Up { get; init; } = "";
}
