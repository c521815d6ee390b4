using Gates.Formats.LoadPlans;
using Gates.Formats.LoadResults;

namespace Gates.Formats.LoadSummaries;

/// <summary>What a run of our own driver measured.</summary>
/// <param name="Plan">What was to be done.</param>
/// <param name="Run">What came out, as if it had been read from a file.</param>
internal sealed record LoadSummary(LoadPlan Plan, LoadRun Run)
{
    public DateTimeOffset Started { get; init; }

    public TimeSpan Elapsed { get; init; }

    /// <value>Why the run ended before its end; <see langword="null"/> when it did not.</value>
    public string? Stopped { get; init; }

    public IReadOnlyList<CheckCount> Checks { get; init; } = [];

    public IReadOnlyList<JudgedThreshold> Thresholds { get; init; } = [];

    public IReadOnlyList<FailureWindow> Failures { get; init; } = [];

    public long FailedRequests { get; init; }

    /// <value>Requests that got an answer, whatever it was.</value>
    public long Answered { get; init; }

    public DriverUse Driver { get; init; } = new();

    public IReadOnlyList<LoadMoment> Timeline { get; init; } = [];

    /// <value>Whether all that had to hold did.</value>
    public bool Holds => Thresholds.All(one => one.Holds) && !(Plan.NoFailures && FailedRequests > 0);
}

/// <summary>A check and how often it held.</summary>
/// <param name="Group">Its group; empty for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Passes">How often it held.</param>
/// <param name="Fails">How often it did not.</param>
internal sealed record CheckCount(string Group, string Name, long Passes, long Fails);

/// <summary>A threshold and what became of it. Where nothing was measured it does not hold, whatever k6 would say.</summary>
/// <param name="Threshold">As planned.</param>
/// <param name="Outcome">What became of it.</param>
internal sealed record JudgedThreshold(PlannedThreshold Threshold, ThresholdOutcome Outcome)
{
    public bool Holds => Outcome.Result == ThresholdResult.Held;
}

/// <summary>Failed requests of one kind that followed each other.</summary>
/// <param name="From">When the first one ended, after the start.</param>
/// <param name="Name">The request's name.</param>
/// <param name="Reason">Its status or what went wrong.</param>
internal sealed record FailureWindow(TimeSpan From, string Name, string Reason)
{
    /// <value>When the last one ended, after the start.</value>
    public TimeSpan To { get; init; }

    public long Count { get; init; }
}

/// <summary>What the driver itself took, so that nobody takes its limits for the service's.</summary>
internal sealed record DriverUse
{
    public TimeSpan Processor { get; init; }

    public int Processors { get; init; }

    /// <value>Of all processors, 0 to 1.</value>
    public double ProcessorShare { get; init; }

    public long PeakBytes { get; init; }

    /// <value>How late the 99th of 100 iterations of an open model began, in milliseconds; <see langword="null"/> without one.</value>
    public double? Lag { get; init; }

    /// <value>Whether there were more samples than are kept, so that percentiles come from histograms with three exact digits.</value>
    public bool IsRounded { get; init; }

    /// <value>Why the driver may have been what was measured; empty when nothing says so.</value>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}

/// <summary>A piece of a run's time.</summary>
/// <param name="At">Its beginning, in seconds after the start.</param>
/// <param name="Seconds">Its length.</param>
internal sealed record LoadMoment(double At, double Seconds)
{
    public long Requests { get; init; }

    public long Failed { get; init; }

    public long Dropped { get; init; }

    public int Users { get; init; }

    /// <value>Milliseconds; <see langword="null"/> when nothing ended then.</value>
    public double? Median { get; init; }

    public double? P95 { get; init; }

    public double? P99 { get; init; }
}
