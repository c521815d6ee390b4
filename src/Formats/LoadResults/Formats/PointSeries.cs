using System.Text;

namespace Gates.Formats.LoadResults.Formats;

/// <summary>What the points of one metric or sub-metric add up to.</summary>
internal sealed class PointSeries
{
    private readonly byte[][] keys;
    private readonly byte[][] values;
    private readonly SampleList? samples;
    private double sum;
    private double last;
    private double least = double.PositiveInfinity;
    private double most = double.NegativeInfinity;
    private long nonZero;

    public PointSeries(MetricName name, bool keepSamples)
    {
        Name = name;
        keys = [.. name.Tags.Select(tag => Encoding.UTF8.GetBytes(tag.Key))];
        values = [.. name.Tags.Select(tag => Encoding.UTF8.GetBytes(tag.Value))];
        samples = keepSamples ? new SampleList() : null;
    }

    public MetricName Name { get; }

    public bool KeepsSamples => samples is not null;

    public long Count { get; private set; }

    /// <value>How many tags of the point at hand were the wanted ones.</value>
    public int Matched { get; set; }

    public bool Matches => Matched == keys.Length;

    /// <summary>Whether the point's tag is one of those that this sub-metric wants.</summary>
    public bool Wants(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (key.SequenceEqual(keys[i]) && value.SequenceEqual(values[i]))
            {
                return true;
            }
        }

        return false;
    }

    public void Add(double value)
    {
        Count++;
        sum += value;
        last = value;
        least = Math.Min(least, value);
        most = Math.Max(most, value);
        nonZero += value == 0 ? 0 : 1;
        samples?.Add(value);
    }

    /// <param name="kind">The metric's.</param>
    /// <param name="isTime">Whether values are milliseconds.</param>
    /// <param name="seconds">How long the run took, for a counter's rate.</param>
    public LoadMetric ToMetric(MetricKind kind, bool isTime, double? seconds) => new(Name, kind)
    {
        Count = Count,
        IsTime = isTime,
        Samples = kind == MetricKind.Trend ? samples?.Sort() : null,
        Values = Values(kind, seconds).ToDictionary(pair => new Aggregation(pair.Method), pair => pair.Value),
    };

    private IEnumerable<(AggregationMethod Method, double Value)> Values(MetricKind kind, double? seconds)
    {
        if (kind == MetricKind.Counter)
        {
            yield return (AggregationMethod.Count, sum);
            if (seconds > 0)
            {
                yield return (AggregationMethod.Rate, sum / seconds.Value);
            }
        }
        else if (Count > 0)
        {
            foreach (var pair in kind switch
            {
                MetricKind.Gauge => [(AggregationMethod.Value, last)],
                MetricKind.Rate => [(AggregationMethod.Rate, (double)nonZero / Count)],
                _ => new[] { (AggregationMethod.Avg, sum / Count), (AggregationMethod.Min, least), (AggregationMethod.Max, most) },
            })
            {
                yield return pair;
            }
        }
    }
}
