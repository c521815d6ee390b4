using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.LoadResults;
using Gates.Formats.Thresholds;
using Gates.Policies;

namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>
/// Takes limits from a thresholds file, where <c>value</c> of an objective's name is meant: the hardest replaces the objective's own, milder ones stand beside
/// it.
/// </summary>
internal static class ThresholdLimits
{
    /// <exception cref="UsageException">The file is not there or not valid, or a limit does not fit its objective.</exception>
    public static IReadOnlyList<Objective> Apply(IReadOnlyList<Objective> objectives, CanarySloOptions options, ISourceTree tree)
    {
        if (options.ThresholdsFile.Length == 0)
        {
            return objectives;
        }

        var limits = ThresholdFileReader.Open(tree, options.ThresholdsFile, "canary-slo").Resolve(options.Service, options.Mode)
            .Where(one => one.Entry.Expression.Aggregation.Method == AggregationMethod.Value)
            .ToLookup(one => one.Entry.Metric.ToString(), StringComparer.Ordinal);
        return [.. objectives.SelectMany(objective => With(objective, [.. limits[objective.Name]]))];
    }

    private static IEnumerable<Objective> With(Objective objective, IReadOnlyList<ResolvedThreshold> limits)
    {
        var decides = objective;
        var milder = new List<Objective>();
        foreach (var limit in limits)
        {
            var isUpper = limit.Entry.Key.IsUpper;
            if (limit.Entry.Expression.Comparison is Comparison.Equal or Comparison.NotEqual || !Fits(objective, isUpper))
            {
                throw new UsageException($"canary-slo: {limit.Origin}: `{limit.Entry.Expression}` does not fit the objective \"{objective.Name}\", whose limit is the {(Fits(objective, true) ? "most: write value < number" : "least: write value > number")}");
            }

            // The file's times are milliseconds, as k6's are.
            var value = objective.Kind == ObjectiveKind.Quantile ? limit.Entry.Expression.Limit / 1000 : limit.Entry.Expression.Limit;
            var own = limit.Entry.Severity == Severity.Error ? decides : objective;
            var limited = (isUpper
                ? own with { Max = value }
                : own with { Min = value }) with
            { From = limit.Origin, Replaced = limit.Replaced, Severity = limit.Entry.Severity };
            if (limit.Entry.Severity == Severity.Error)
            {
                decides = limited;
            }
            else
            {
                milder.Add(limited);
            }
        }

        return [decides, .. milder];
    }

    private static bool Fits(Objective objective, bool isUpper) => objective.Kind switch
    {
        ObjectiveKind.Value => isUpper ? objective.Max is not null : objective.Min is not null,
        ObjectiveKind.Ratio => isUpper == objective.Options.Bad.Length > 0,
        _ => isUpper,
    };
}
