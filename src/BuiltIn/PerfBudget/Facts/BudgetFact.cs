namespace Gates.BuiltIn.PerfBudget.Facts;

/// <summary>A relative limit and what the data say of it.</summary>
internal sealed record BudgetFact(string Metric, string Aggregation, string Expression)
{
    /// <value>Whether more is worse.</value>
    public bool Upper { get; init; }

    /// <value>What the baseline's value is multiplied by.</value>
    public double Factor { get; init; }

    public string? Unit { get; init; }

    /// <value>Why nothing could be compared; everything below is absent then.</value>
    public string? Reason { get; init; }

    /// <value>Whether a run of now does not hold the metric at all; absent when all do.</value>
    public bool? Unmeasured { get; init; }

    /// <value>Whether the runs of now hold the metric and none this number of it; absent when one does.</value>
    public bool? Absent { get; init; }

    public SideFact? Baseline { get; init; }

    public SideFact? Current { get; init; }

    /// <value>Current over baseline.</value>
    public double? Ratio { get; init; }

    /// <value>Whether the bare ratio keeps the limit.</value>
    public bool? Holds { get; init; }

    /// <value>The 95 % interval of the ratio; absent when there is none.</value>
    public double? Low { get; init; }

    public double? High { get; init; }

    /// <value>The p-value of "nothing changed", corrected for all comparisons of this gate (Holm).</value>
    public double? Probability { get; init; }

    /// <value>The smallest change for the worse, as a share, that would have measured worse than this four times in five.</value>
    public double? Detectable { get; init; }

    /// <value>How many earlier runs told how much runs differ when nothing changes; absent when none did.</value>
    public int? Learnt { get; init; }

    /// <value>The number in earlier runs, from the oldest; absent without any.</value>
    public IReadOnlyList<TrendFact>? Trend { get; init; }

    /// <value><c>runs</c>, <c>samples</c>, <c>summaries</c> or <c>single</c>.</value>
    public string? Resolution { get; init; }

    /// <value>How many samples a side this aggregation needs to mean anything.</value>
    public int? SamplesNeeded { get; init; }

    /// <value>The difference that is not held against it, in milliseconds.</value>
    public double? Floor { get; init; }
}

/// <summary>One side of a comparison.</summary>
/// <param name="Value">The value of all its runs together.</param>
/// <param name="Runs">How many runs.</param>
/// <param name="Samples">How many samples in all, when known.</param>
internal sealed record SideFact(double Value, int Runs, double? Samples);
