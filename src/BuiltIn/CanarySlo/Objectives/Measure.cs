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

    /// <value>Whether its answers are raw samples of counters, of which increases over a minute are made.</value>
    public bool? Raw { get; init; }

    /// <value>The name of the server that was asked; <see langword="null"/> for the one under <c>prometheus</c>.</value>
    public string? Server { get; init; }

    /// <value>How it is compared with the stable version beside its limit; <see langword="null"/> for not at all.</value>
    public CompareRule? Compare { get; init; }

    /// <value>Why Prometheus said that a part of the data is missing; <see langword="null"/> for whole answers.</value>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <value>What Prometheus remarked about the queries; <see langword="null"/> for nothing.</value>
    public IReadOnlyList<string>? Remarks { get; init; }

    /// <value>A range that holds fewer than four scrapes; <see langword="null"/> for none.</value>
    public ShortRange? ShortRange { get; init; }

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

/// <summary>A range in a query that is short for how often its series are scraped.</summary>
/// <param name="Range">As written, such as 1m.</param>
/// <param name="Seconds">The same in seconds.</param>
/// <param name="Scrape">Seconds from one sample to the next.</param>
internal sealed record ShortRange(string Range, double Seconds, double Scrape);

/// <summary>When the canary is worse than the stable version, whatever the limit.</summary>
/// <param name="Then">What it means: <c>report</c>, <c>hold</c> or <c>rollback</c>.</param>
/// <param name="By">The least ratio of the means.</param>
/// <param name="Confidence">Of the test, from 0 to 1.</param>
/// <param name="Apart">Milliseconds between two points that share no data.</param>
internal sealed record CompareRule(string Then, double By, double Confidence, long Apart);
