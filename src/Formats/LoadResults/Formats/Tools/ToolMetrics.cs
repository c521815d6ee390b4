using System.Globalization;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>
/// What the results of all tools but k6 are called: <c>latency</c> (milliseconds), <c>requests</c> and <c>failed</c> of load tests, <c>duration</c>
/// (milliseconds) of benchmarks; with tags where a file has more than one of them.
/// </summary>
internal static class ToolMetrics
{
    public const string Latency = "latency";
    public const string Requests = "requests";
    public const string Failed = "failed";
    public const string Duration = "duration";

    public static Aggregation Min { get; } = new(AggregationMethod.Min);

    public static Aggregation Max { get; } = new(AggregationMethod.Max);

    public static Aggregation Avg { get; } = new(AggregationMethod.Avg);

    public static Aggregation Med { get; } = new(AggregationMethod.Med);

    public static Aggregation Value { get; } = new(AggregationMethod.Value);

    public static Aggregation Percent(double percent) => new(AggregationMethod.Percentile, percent);

    /// <summary>A name with one tag; its value loses what would end the tag.</summary>
    /// <exception cref="EvaluationException">It is too long for a name.</exception>
    public static MetricName Tagged(string metric, string key, string value, string path)
    {
        var bare = string.Concat(value.Select(c => c is ',' or '{' or '}' || char.IsControl(c) ? ' ' : c)).Trim();
        return SummaryJson.Name(bare.Length == 0 ? metric : $"{metric}{{{key}:{bare}}}", path);
    }

    /// <summary>Times of a summary, in milliseconds; the median stands as 50th percentile too.</summary>
    /// <exception cref="EvaluationException">A value cannot be.</exception>
    public static LoadMetric Times(MetricName name, string path, double? count, params IEnumerable<(Aggregation Aggregation, double? Value)> values)
    {
        var known = values.Where(one => one.Value is not null).ToList();
        var wrong = known.Find(one => !double.IsFinite(one.Value!.Value) || one.Value < 0);
        if (wrong.Value is not null)
        {
            throw new EvaluationException(string.Create(CultureInfo.InvariantCulture, $"{path}: {wrong.Value} ms is no {wrong.Aggregation} of {name}"));
        }

        var read = known.DistinctBy(one => one.Aggregation).ToDictionary(one => one.Aggregation, one => one.Value!.Value);
        if (read.TryGetValue(Percent(50), out var half))
        {
            read.TryAdd(Med, half);
        }

        return new LoadMetric(name, MetricKind.Trend) { Values = read, Count = count, IsTime = true };
    }

    /// <summary>Times of which every one is known, in milliseconds.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="path">The file.</param>
    /// <param name="samples">In any order, at least one.</param>
    /// <param name="isCounted">Whether each is one measurement, and not a mean of many.</param>
    /// <exception cref="EvaluationException">A value cannot be.</exception>
    public static LoadMetric Samples(MetricName name, string path, IEnumerable<double> samples, bool isCounted)
    {
        double[] sorted = [.. samples.Order()];
        return Times(name, path, isCounted ? sorted.Length : null, (Min, sorted[0]), (Max, sorted[^1]), (Avg, sorted.Average())) with { Samples = sorted };
    }

    public static LoadMetric Counter(MetricName name, double count, double? perSecond)
    {
        var values = new Dictionary<Aggregation, double> { [new(AggregationMethod.Count)] = count };
        if (perSecond is { } rate)
        {
            values[new(AggregationMethod.Rate)] = rate;
        }

        return new LoadMetric(name, MetricKind.Counter) { Values = values };
    }

    /// <summary>A share of events; without any event there is none.</summary>
    public static LoadMetric Share(MetricName name, double hits, double all) => new(name, MetricKind.Rate)
    {
        Values = all > 0 ? new Dictionary<Aggregation, double> { [new(AggregationMethod.Rate)] = hits / all } : new Dictionary<Aggregation, double>(),
        Count = all,
    };

    public static LoadMetric Gauge(MetricName name, double value, bool isTime) =>
        new(name, MetricKind.Gauge) { Values = new Dictionary<Aggregation, double> { [Value] = value }, IsTime = isTime };

    public static LoadRun Run(string path, string format, IEnumerable<LoadMetric> metrics) =>
        new(path, format) { Metrics = SummaryJson.ByName(metrics) };

    /// <summary>What stands under tags, and without them too when there is only one.</summary>
    public static IReadOnlyList<LoadMetric> WithOnly(IReadOnlyList<LoadMetric> metrics) =>
    [
        .. metrics,
        .. metrics.GroupBy(metric => metric.Name.Metric, StringComparer.Ordinal)
            .Where(same => same.Count() == 1)
            .Select(same => same.Single() with { Name = MetricName.Parse(same.Key) }),
    ];
}
