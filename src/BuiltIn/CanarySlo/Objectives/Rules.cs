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

    /// <value>Beyond its limit at so many of so many points in a row is broken, too; <see langword="null"/> for no such rule.</value>
    public (int Least, int Among)? Often { get; init; }

    /// <value>So many times its limit over a time, in milliseconds, is broken, too; <see langword="null"/> for no such rule.</value>
    public (double Times, long Over)? Burn { get; init; }
}
