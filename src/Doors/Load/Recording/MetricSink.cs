using Gates.Doors.Load.Latencies;
using Gates.Formats.LoadResults;

namespace Gates.Doors.Load.Recording;

/// <summary>What is kept of a metric or a sub-metric.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsTime">Whether it is milliseconds.</param>
internal sealed record MetricSink(MetricName Name, MetricKind Kind, bool IsTime)
{
    private readonly TrendSink? trend = Kind == MetricKind.Trend ? new TrendSink() : null;
    private long count;
    private double sum;
    private double last;
    private double min = double.MaxValue;
    private double max;

    /// <value>Whether anything was measured.</value>
    public bool IsEmpty => count == 0;

    public bool IsRounded => trend is { IsRounded: true };

    public void Add(double value)
    {
        count++;
        if (trend is not null)
        {
            trend.Add(value);
            return;
        }

        sum += Kind == MetricKind.Rate && value != 0 ? 1 : value;
        last = value;
        min = Math.Min(min, value);
        max = Math.Max(max, value);
    }

    /// <param name="wanted">Which numbers of a trend.</param>
    /// <param name="elapsed">How long the run is, for rates of counters.</param>
    public LoadMetric Read(IEnumerable<Aggregation> wanted, TimeSpan elapsed) => new(Name, Kind)
    {
        IsTime = IsTime,
        Count = Kind == MetricKind.Counter ? null : count,
        Values = Kind switch
        {
            MetricKind.Trend => trend!.Read(wanted),
            MetricKind.Counter => new()
            {
                [new(AggregationMethod.Count)] = sum,
                [new(AggregationMethod.Rate)] = elapsed > TimeSpan.Zero ? sum / elapsed.TotalSeconds : 0,
            },
            MetricKind.Rate => new() { [new(AggregationMethod.Rate)] = count == 0 ? 0 : sum / count },
            _ => new Dictionary<Aggregation, double>
            {
                [new(AggregationMethod.Value)] = last,
                [new(AggregationMethod.Min)] = count == 0 ? 0 : min,
                [new(AggregationMethod.Max)] = max,
            },
        },
    };
}
