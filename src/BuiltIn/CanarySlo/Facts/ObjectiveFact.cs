using Gates.BuiltIn.CanarySlo.Evaluation;
using Gates.BuiltIn.CanarySlo.Objectives;

namespace Gates.BuiltIn.CanarySlo.Facts;

/// <summary>One objective, as it was asked for and as it went.</summary>
internal sealed record ObjectiveFact(string Name, string Kind, Measure Measure)
{
    /// <value>Of a quantile objective, which is measured as a share when a bucket ends at the limit.</value>
    public double? Quantile { get; init; }

    /// <value>The limit as it was set: a share, seconds for a quantile, events a minute for a counter, or a number.</value>
    public double? Max { get; init; }

    public double? Min { get; init; }

    /// <value>What breaking it means: <c>error</c>, which rolls back, <c>warning</c> or <c>note</c>.</value>
    public string Severity { get; init; } = "error";

    /// <value>Where the limit came from; absent for the settings.</value>
    public string? From { get; init; }

    /// <value>The limits of the same file that it took precedence over.</value>
    public IReadOnlyList<string> Replaced { get; init; } = [];

    public BreachFact? Breach { get; init; }

    public IReadOnlyList<HoldFact> Holds { get; init; } = [];

    public IReadOnlyList<StageSummary> Stages { get; init; } = [];

    /// <value>Beside the stable version; absent when it was not compared.</value>
    public SideBySide? Comparison { get; init; }

    /// <value>Text for each point: a letter of its state, in the order of time. See the README.</value>
    public string States { get; init; } = "";

    /// <value>The value of each point, to six digits: the share of bad requests, the increase in a minute, or the number; null without data.</value>
    public IReadOnlyList<double?> Values { get; init; } = [];

    /// <value>The same of the stable version; absent when it was not asked for.</value>
    public IReadOnlyList<double?>? Stable { get; init; }
}

/// <summary>See <see cref="Gates.BuiltIn.CanarySlo.Evaluation.Breach"/>; times are ISO 8601.</summary>
internal sealed record BreachFact(string Since, string Confirmed, string Until, double Value, double Limit, double? Requests, double? Low, double? High)
{
    public string? Rule { get; init; }

    public int? Points { get; init; }
}

/// <summary>See <see cref="Hold"/>; times are ISO 8601.</summary>
internal sealed record HoldFact(string Reason, string Since, string Until, bool MayHideBreach, double? Requests);
