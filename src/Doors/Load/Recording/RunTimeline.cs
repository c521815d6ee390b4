using Gates.Doors.Load.Latencies;
using Gates.Formats.LoadSummaries;

namespace Gates.Doors.Load.Recording;

/// <summary>A run in pieces of equal length; when there are too many, two become one, so that a long run takes no more room.</summary>
internal sealed class RunTimeline
{
    private const int MaxMoments = 600;

    private readonly MomentHistogram latencies = new();
    private List<LoadMoment> moments = [];
    private double seconds = 1;
    private LoadMoment current = new(0, 1);

    public void Request(TimeSpan end, bool isFailed, double milliseconds)
    {
        Advance(end);
        latencies.Add(milliseconds);
        current = current with { Requests = current.Requests + 1, Failed = current.Failed + (isFailed ? 1 : 0) };
    }

    public void Dropped(TimeSpan at)
    {
        Advance(at);
        current = current with { Dropped = current.Dropped + 1 };
    }

    public void Users(TimeSpan at, int count)
    {
        Advance(at);
        current = current with { Users = Math.Max(count, current.Users) };
    }

    public IReadOnlyList<LoadMoment> Read() => [.. moments, Closed()];

    private LoadMoment Closed() => current with { Median = latencies.At(50), P95 = latencies.At(95), P99 = latencies.At(99) };

    private void Advance(TimeSpan to)
    {
        while (to.TotalSeconds >= current.At + current.Seconds)
        {
            moments.Add(Closed());
            latencies.Clear();
            current = new LoadMoment(current.At + current.Seconds, seconds);
            if (moments.Count == MaxMoments)
            {
                moments = [.. moments.Chunk(2).Select(pair => Merge(pair[0], pair[^1]))];
                seconds *= 2;
                current = current with { Seconds = seconds };
            }
        }
    }

    /// <summary>The worse of two percentiles, since the percentile of both cannot be known from them.</summary>
    private static LoadMoment Merge(LoadMoment first, LoadMoment second) => first with
    {
        Seconds = first.Seconds + second.Seconds,
        Requests = first.Requests + second.Requests,
        Failed = first.Failed + second.Failed,
        Dropped = first.Dropped + second.Dropped,
        Users = Math.Max(first.Users, second.Users),
        Median = Worse(first.Median, second.Median),
        P95 = Worse(first.P95, second.P95),
        P99 = Worse(first.P99, second.P99),
    };

    private static double? Worse(double? one, double? other) => one is null ? other : other is null ? one : Math.Max(one.Value, other.Value);
}
