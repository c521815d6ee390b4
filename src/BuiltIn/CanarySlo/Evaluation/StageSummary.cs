namespace Gates.BuiltIn.CanarySlo.Evaluation;

/// <summary>An objective over one stage.</summary>
/// <param name="Weight">The canary's share of traffic, in per cent.</param>
/// <param name="Points">How many moments were looked at.</param>
/// <param name="Missing">How many of them had no data.</param>
/// <param name="Worst">The point farthest on the wrong side; <see langword="null"/> without data.</param>
internal sealed record StageSummary(double Weight, int Points, int Missing, double? Worst)
{
    public double? Requests { get; init; }

    public double? Bad { get; init; }

    public double? Share { get; init; }

    /// <value>The 95 % Wilson bounds of the share.</value>
    public double? Low { get; init; }

    public double? High { get; init; }

    /// <value>Of a stage that is over: whether it as a whole was beyond the limit, however often the objective was kept in between.</value>
    public bool? Broken { get; init; }

    /// <value>How many points were beyond the limit; only where the stage is broken and nothing is counted.</value>
    public int? Beyond { get; init; }
}
