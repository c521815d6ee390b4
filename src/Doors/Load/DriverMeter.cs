using System.Globalization;
using Gates.Formats.LoadPlans;
using Gates.Formats.LoadResults;
using Gates.Formats.LoadSummaries;

namespace Gates.Doors.Load;

/// <summary>What the driver itself takes of the machine.</summary>
internal sealed class DriverMeter(TimeProvider time)
{
    /// <value>Beyond this share of all processors a driver that shares them with anybody is likely to wait for one.</value>
    private const double MaxShare = 0.8;

    private const double MaxLag = 10;

    private readonly TimeSpan before = Environment.CpuUsage.TotalTime;
    private readonly long started = time.GetTimestamp();
    private long peak;

    public void Look() => peak = Math.Max(peak, Environment.WorkingSet);

    public DriverUse Read(LoadSummary summary)
    {
        Look();
        var (processor, elapsed) = (Environment.CpuUsage.TotalTime - before, time.GetElapsedTime(started));
        var share = elapsed > TimeSpan.Zero ? processor / (elapsed * Environment.ProcessorCount) : 0;
        var lag = summary.Run.Metrics.GetValueOrDefault(MetricName.Parse(DriverMetrics.Lag))?.Get(new Aggregation(AggregationMethod.Percentile, 99));
        var doubts = new List<string>();
        if (share > MaxShare)
        {
            doubts.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"the driver took {share:0 %} of this machine's processors; use a larger machine, or fewer requests"));
        }

        if (lag > MaxLag)
        {
            doubts.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"one iteration in a hundred began {lag:0.#} ms late or later; believe {DriverMetrics.Intended}, which counts that, or use a larger machine"));
        }

        return summary.Driver with
        {
            Processor = processor,
            Processors = Environment.ProcessorCount,
            ProcessorShare = share,
            PeakBytes = peak,
            Lag = lag,
            Doubts = doubts,
        };
    }
}
