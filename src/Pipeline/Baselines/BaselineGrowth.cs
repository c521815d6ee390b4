namespace Gates.Pipeline.Baselines;

/// <summary>A time when the baseline was allowed to grow.</summary>
/// <param name="On">The day (UTC).</param>
/// <param name="Reason">Why.</param>
/// <param name="Added">How many findings.</param>
internal sealed record BaselineGrowth(DateOnly On, string Reason, int Added);
