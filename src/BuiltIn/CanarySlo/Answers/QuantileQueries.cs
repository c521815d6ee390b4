using System.Globalization;
using Gates.BuiltIn.CanarySlo.Objectives;

namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>
/// Turns "p95 &lt; 500 ms" into "at least 95 % within 500 ms", which buckets can answer exactly where one ends at 500 ms.
/// Where none does, Prometheus's interpolation has to guess between two bounds.
/// </summary>
internal static class QuantileQueries
{
    public static Measure Of(Objective objective, IReadOnlyList<string> bounds, string range)
    {
        var (options, limit, quantile) = (objective.Options, objective.Max!.Value, objective.Options.Quantile!.Value);
        if (bounds.Where(bound => Math.Abs(Answer.Number(bound) - limit) < limit * 1e-9).ToList() is { Count: > 0 } exact)
        {
            return new Measure(objective.Name, MeasureForm.Share)
            {
                Query = Within(options.Histogram, options.Selector, exact, range),
                Whole = Count(options.Histogram, options.Selector, range),
                IsGood = true,
                Max = 1 - quantile,
                Stable = options.StableSelector.Length == 0 ? null : Within(options.Histogram, options.StableSelector, exact, range),
                StableWhole = options.StableSelector.Length == 0 ? null : Count(options.Histogram, options.StableSelector, range),
            };
        }

        // histogram_quantile answers with the largest finite bound for everything above it, so a limit beyond could never be exceeded.
        var finite = bounds.Where(bound => double.IsFinite(Answer.Number(bound))).ToList();
        if (finite.Count > 0 && finite.Max(Answer.Number) is var largest && largest < limit)
        {
            List<string> within = [.. finite.Where(bound => Answer.Number(bound) >= largest)];
            return new Measure(objective.Name, MeasureForm.Share)
            {
                Query = Within(options.Histogram, options.Selector, within, range),
                Whole = Count(options.Histogram, options.Selector, range),
                IsGood = true,
                Max = 1 - quantile,
                BeyondBuckets = true,
                Warning = $"the largest finite bucket of {options.Histogram} ends at {Text(largest)} s, below the limit of {Text(limit)} s: what is slower cannot be told apart; add a bucket at {Text(limit)}",
            };
        }

        return new Measure(objective.Name, MeasureForm.Value)
        {
            Query = Interpolated(options, options.Selector, quantile, range),
            Max = limit,
            Stable = options.StableSelector.Length == 0 ? null : Interpolated(options, options.StableSelector, quantile, range),
            Warning = bounds.Count == 0
                ? null
                : $"no bucket of {options.Histogram} ends at {Text(limit)} s, so the quantile is a guess between {Neighbours(bounds, limit)}; add a bucket at {Text(limit)}, or choose one of these as the limit",
        };
    }

    /// <summary>Of a native histogram, whose buckets are too fine for a bound to be missed by more than a few per cent.</summary>
    public static Measure OfNative(Objective objective, string range)
    {
        var (options, limit) = (objective.Options, objective.Max!.Value);
        return new Measure(objective.Name, MeasureForm.Share)
        {
            Query = Within(options.Selector),
            Whole = Whole(options.Selector),
            IsGood = true,
            Max = 1 - options.Quantile!.Value,
            Stable = options.StableSelector.Length == 0 ? null : Within(options.StableSelector),
            StableWhole = options.StableSelector.Length == 0 ? null : Whole(options.StableSelector),
        };

        string Sum(string selector) => $"sum(rate({PromText.Selector(options.Histogram, selector)}[{range}]))";
        string Whole(string selector) => $"histogram_count({Sum(selector)})";
        string Within(string selector) => $"histogram_fraction(-Inf, {Text(limit)}, {Sum(selector)}) * {Whole(selector)}";
    }

    /// <summary>The same bound may be written in two ways, as 1 and as 1.0, by two clients.</summary>
    private static string Within(string histogram, string selector, List<string> bounds, string range)
    {
        var matcher = bounds is [var only]
            ? $"le=\"{only}\""
            : $"le=~\"{string.Join('|', bounds.Order(StringComparer.Ordinal).Select(bound => bound.Replace(".", @"\\.", StringComparison.Ordinal)))}\"";
        return $"sum(rate({PromText.Selector(histogram + "_bucket", selector, matcher)}[{range}]))";
    }

    private static string Count(string histogram, string selector, string range) => $"sum(rate({PromText.Selector(histogram + "_count", selector)}[{range}]))";

    private static string Interpolated(ObjectiveOptions options, string selector, double quantile, string range) =>
        $"histogram_quantile({Text(quantile)}, sum by (le) (rate({PromText.Selector(options.Histogram + "_bucket", selector)}[{range}])))";

    private static string Neighbours(IReadOnlyList<string> bounds, double limit)
    {
        var below = bounds.Select(Answer.Number).Where(bound => bound < limit).DefaultIfEmpty(0).Max();
        var above = bounds.Select(Answer.Number).Where(bound => bound > limit).DefaultIfEmpty(double.PositiveInfinity).Min();
        return $"{Text(below)} and {(double.IsFinite(above) ? Text(above) : "infinity")} s";
    }

    private static string Text(double number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
}
