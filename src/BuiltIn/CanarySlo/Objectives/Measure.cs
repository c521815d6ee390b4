namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>What was asked for one objective, and how the answers are read.</summary>
internal sealed record Measure(string Objective, MeasureForm Form)
{
    /// <value>The bad part (the good one with <see cref="IsGood"/>), the value, or the counter.</value>
    public required string Query { get; init; }

    /// <value>What the part is a part of; only for shares.</value>
    public string? Whole { get; init; }

    public bool IsGood { get; init; }

    /// <value>The stable version's <see cref="Query"/>.</value>
    public string? Stable { get; init; }

    /// <value>The stable version's <see cref="Whole"/>.</value>
    public string? StableWhole { get; init; }

    /// <value>The most that is allowed; for a share always that of the bad part, for an increase that of all traffic.</value>
    public double? Max { get; init; }

    public double? Min { get; init; }

    /// <value>Whether breaking it rolls the canary back.</value>
    public bool Decides { get; init; } = true;

    /// <value>Whether the limit lies above the largest finite bucket, so that being within that bucket proves it kept, and nothing proves it broken.</value>
    public bool? BeyondBuckets { get; init; }

    /// <value>What the query counts failures in and this Prometheus has nowhere; <see langword="null"/> when it was not asked for, or is there.</value>
    public string? Unheard { get; init; }

    /// <value>What a reader should know about how it was measured.</value>
    public string? Warning { get; init; }
}

/// <summary>How answers become an objective's value.</summary>
internal enum MeasureForm
{
    /// <summary>The share of bad in all.</summary>
    Share,

    /// <summary>One number.</summary>
    Value,

    /// <summary>A counter's increase in a minute, from raw samples.</summary>
    Increase,
}
