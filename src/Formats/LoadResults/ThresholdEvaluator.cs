using Gates.Policies;

namespace Gates.Formats.LoadResults;

/// <summary>Evaluates thresholds anew from what a run's file holds, as k6 does, except that nothing measured is never passed.</summary>
internal static class ThresholdEvaluator
{
    /// <param name="run">The run.</param>
    /// <param name="metric">The metric's or sub-metric's name, as written.</param>
    /// <param name="expression">The threshold, as written.</param>
    /// <param name="stated">The tool's own verdict, where the file has one.</param>
    public static ThresholdOutcome Evaluate(LoadRun run, string metric, string expression, bool? stated)
    {
        try
        {
            var threshold = ThresholdExpression.Parse(expression);
            return Evaluate(run, MetricName.Parse(metric), threshold) is var outcome && outcome.Result == ThresholdResult.NotInFile && stated is { } held
                ? outcome with
                {
                    Result = held ? ThresholdResult.Held : ThresholdResult.Crossed,
                    Stated = stated,
                    Reason = "by k6's own word, because " + outcome.Reason
                }
                : outcome with { Stated = stated };
        }
        catch (FormatException e)
        {
            return new ThresholdOutcome(run.Path, ThresholdResult.Invalid, Reason: "it " + e.Message, Stated: stated);
        }
    }

    private static ThresholdOutcome Evaluate(LoadRun run, MetricName name, ThresholdExpression threshold)
    {
        if (!run.Metrics.TryGetValue(name, out var metric))
        {
            return Absent(run, name, threshold);
        }

        if (!threshold.Aggregation.Fits(metric.Kind))
        {
            return new ThresholdOutcome(
                run.Path,
                ThresholdResult.Invalid,
                Reason: $"a {metric.Kind.ToString().ToLowerInvariant()} has no {threshold.Aggregation}");
        }

        if (run.IsEmpty(metric))
        {
            return new ThresholdOutcome(run.Path, ThresholdResult.NoSamples);
        }

        if (metric.Get(threshold.Aggregation) is not { } value)
        {
            return new ThresholdOutcome(run.Path, ThresholdResult.NotInFile, Reason: WhyUnknown(run, threshold.Aggregation));
        }

        return new ThresholdOutcome(
            run.Path, threshold.Holds(value)
                ? ThresholdResult.Held
                : ThresholdResult.Crossed, value, threshold.Aggregation.Method == AggregationMethod.Rate ? null : metric.Unit);
    }

    private static ThresholdOutcome Absent(LoadRun run, MetricName name, ThresholdExpression threshold)
    {
        // The one metric of k6's own that is in no file as long as it is 0, which is the good case.
        if (name is { Metric: "dropped_iterations", Tags.Count: 0 } && threshold.Aggregation.Fits(MetricKind.Counter))
        {
            return new ThresholdOutcome(run.Path, threshold.Holds(0) ? ThresholdResult.Held : ThresholdResult.Crossed, 0);
        }

        var isUnmeasured = run.HasSamples && !run.Unread.Contains(name.Metric, StringComparer.Ordinal);
        return new ThresholdOutcome(run.Path, isUnmeasured ? ThresholdResult.NoSamples : ThresholdResult.NotInFile, Reason: WhyAbsent(run, name));
    }

    private static string WhyAbsent(LoadRun run, MetricName name)
    {
        if (name.Tags.Count > 0 && !run.HasSamples && run.Metrics.ContainsKey(MetricName.Parse(name.Metric)))
        {
            return "a summary holds a sub-metric only when the script sets a threshold on it; set one there, or give the points (--out json)";
        }

        if (run.Unread.Contains(name.Metric, StringComparer.Ordinal))
        {
            return "the file does not say whether it is a counter or a rate; give the points as JSON (--out json)";
        }

        var closest = Suggestion.For(name.Metric, run.Metrics.Keys.Select(known => known.Metric).Concat(run.Unread).Distinct(StringComparer.Ordinal));
        return closest is null || closest == name.Metric
            ? "the file does not hold this metric"
            : $"the file does not hold this metric; did you mean \"{closest}\"?";
    }

    private static string WhyUnknown(LoadRun run, Aggregation aggregation) =>
        aggregation.Share is not null && !run.HasSamples
            ? $"the summary does not hold {aggregation}; add it to `summaryTrendStats` in the script's options, or give the points (--out json)"
        : aggregation.Method == AggregationMethod.Rate ? "the file does not say how long the run took"
        : $"the file does not hold {aggregation}";
}

/// <summary>What became of one threshold in one run.</summary>
/// <param name="Run">The run's file.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Value">The value that was compared, where there is one.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Reason">Why there is no value, or what else is worth knowing.</param>
/// <param name="Stated">The tool's own verdict, where the file has one.</param>
internal sealed record ThresholdOutcome(
    string Run,
    ThresholdResult Result,
    double? Value = null,
    string? Unit = null,
    string? Reason = null,
    bool? Stated = null);

/// <summary>What became of one threshold in one run.</summary>
internal enum ThresholdResult
{
    Held,
    Crossed,

    /// <summary>Nothing was measured. k6 itself calls that passed, or not, by how the threshold is written.</summary>
    NoSamples,

    /// <summary>The file does not hold the number that is needed.</summary>
    NotInFile,

    /// <summary>The metric does not have such an aggregation, or the expression is none.</summary>
    Invalid,
}
