using Gates.Formats.Foundation.Statistics;

namespace Gates.Formats.LoadResults;

/// <summary>One metric or sub-metric of one run: its samples, or the numbers that a summary has of it.</summary>
internal sealed record LoadMetric(MetricName Name, MetricKind Kind)
{
    /// <value>The numbers in the file. What is not here is not known; it is never 0.</value>
    public IReadOnlyDictionary<Aggregation, double> Values { get; init; } = new Dictionary<Aggregation, double>();

    /// <value>Every sample in ascending order; <see langword="null"/> when the file has none.</value>
    public double[]? Samples { get; init; }

    /// <value>How many samples there were; <see langword="null"/> when the file does not say.</value>
    public double? Count { get; init; }

    /// <value>Whether the values are milliseconds.</value>
    public bool IsTime { get; init; }

    /// <value>What the values are measured in, for people; <see langword="null"/> for plain numbers.</value>
    public string? Unit => IsTime ? "ms" : null;

    public double? Get(Aggregation aggregation) =>
        Samples is { Length: > 0 } && aggregation.Share is { } share ? Percentile.Of(Samples, share)
        : Values.TryGetValue(aggregation, out var value) ? value
        : null;
}
