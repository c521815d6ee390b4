using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Objectives;

namespace Gates.BuiltIn.CanarySlo.Evaluation;

/// <summary>What the answers say about one objective.</summary>
internal sealed record ObjectiveOutcome(Measure Measure, IReadOnlyList<Point> Points)
{
    public Breach? Breach { get; init; }

    public IReadOnlyList<Hold> Holds { get; init; } = [];

    public IReadOnlyList<StageSummary> Stages { get; init; } = [];

    /// <value>Beside the stable version; <see langword="null"/> when it is not compared, or not yet.</value>
    public SideBySide? Comparison { get; init; }
}

/// <summary>A limit that was exceeded for too long. Times are milliseconds since 1970.</summary>
/// <param name="Since">The first point beyond the limit.</param>
/// <param name="Confirmed">When it had lasted long enough, and was no chance.</param>
/// <param name="Until">The last point beyond the limit.</param>
/// <param name="Value">The share over the whole time; the worst value where nothing is counted.</param>
/// <param name="Limit">What was allowed when it began.</param>
internal sealed record Breach(long Since, long Confirmed, long Until, double Value, double Limit)
{
    /// <summary>Beyond its limit at so many of so many points.</summary>
    public const string Often = "Often";

    /// <summary>Many times its limit.</summary>
    public const string Burning = "Burning";

    /// <value>Which rule was broken: <see cref="Often"/>, <see cref="Burning"/>, or <see langword="null"/> for "without a pause".</value>
    public string? Rule { get; init; }

    /// <value>How many points were beyond the limit, or burned; only with a <see cref="Rule"/>.</value>
    public int? Points { get; init; }

    /// <value>Requests, and the Wilson bounds of the share; only where requests are counted.</value>
    public double? Requests { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }
}
