using Gates.Formats.Foundation.Statistics;
using Gates.Formats.LoadResults;
using HdrHistogram;

namespace Gates.Doors.Load.Latencies;

/// <summary>
/// Samples of a trend. So many are kept as they are, and percentiles of them follow k6's rule; beyond that they go into a histogram with three exact digits, so
/// that an hour takes no more memory than a minute.
/// </summary>
internal sealed class TrendSink
{
    /// <value>Samples that are kept.</value>
    public const int MaxKept = 100_000;

    private const double UnitsPerMillisecond = 1_000;
    private const long MaxUnits = 86_400_000_000;
    private const int Digits = 3;

    private List<double>? kept = [];
    private LongHistogram? histogram;
    private double sum;
    private double min = double.MaxValue;
    private double max;

    public long Count { get; private set; }

    /// <value>Whether percentiles are no longer those of the samples themselves.</value>
    public bool IsRounded => histogram is not null;

    public void Add(double value)
    {
        Count++;
        sum += value;
        min = Math.Min(min, value);
        max = Math.Max(max, value);
        if (kept is { Count: < MaxKept })
        {
            kept.Add(value);
            return;
        }

        if (kept is not null)
        {
            histogram = new LongHistogram(1, MaxUnits, Digits);
            kept.ForEach(Record);
            kept = null;
        }

        Record(value);
    }

    /// <summary>The numbers that are asked for.</summary>
    public Dictionary<Aggregation, double> Read(IEnumerable<Aggregation> wanted)
    {
        double[] sorted = kept is null ? [] : [.. kept];
        Array.Sort(sorted);
        return wanted.Distinct().ToDictionary(one => one, one => Count == 0 ? 0 : one.Method switch
        {
            AggregationMethod.Avg => sum / Count,
            AggregationMethod.Min => min,
            AggregationMethod.Max => max,
            _ when histogram is not null => Math.Clamp(histogram.GetValueAtPercentile(one.Share!.Value * 100) / UnitsPerMillisecond, min, max),
            _ => Percentile.Of(sorted, one.Share!.Value),
        });
    }

    private void Record(double value) => histogram!.RecordValue(Math.Clamp((long)Math.Round(value * UnitsPerMillisecond), 0, MaxUnits));
}
