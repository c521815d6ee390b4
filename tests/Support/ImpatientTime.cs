namespace Support;

/// <summary>
/// A clock on which every wait is over at once, and is remembered. Time limits are not waits and never run out; they are told apart by their length, so no wait
/// may be as long.
/// </summary>
public sealed class ImpatientTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly TimeSpan limit;
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <param name="limit">The length of the time limits.</param>
    public ImpatientTime(TimeSpan limit) => this.limit = limit;

    /// <value>What would have been waited.</value>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate)
            {
                return [.. waits];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == limit || dueTime == Timeout.InfiniteTimeSpan)
        {
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        lock (gate)
        {
            waits.Add(dueTime);
            now += dueTime;
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
