using HdrHistogram;

namespace Gates.Doors.Load.Latencies;

/// <summary>The latencies of one piece of time, for charts.</summary>
internal sealed class MomentHistogram
{
    private const double UnitsPerMillisecond = 100;
    private const long MaxUnits = 60_000_000;

    private readonly LongHistogram histogram = new(1, MaxUnits, 2);

    public void Add(double milliseconds) => histogram.RecordValue(Math.Clamp((long)(milliseconds * UnitsPerMillisecond), 0, MaxUnits));

    /// <returns>The percentile in milliseconds; <see langword="null"/> without a sample.</returns>
    public double? At(double percentile) => histogram.TotalCount == 0 ? null : histogram.GetValueAtPercentile(percentile) / UnitsPerMillisecond;

    public void Clear() => histogram.Reset();
}
