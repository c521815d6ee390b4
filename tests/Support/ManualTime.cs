namespace Support;

/// <summary>A clock that stands still until it is told to go on.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock exclusive = new();
    private readonly List<ManualTimer> timers = [];
    private long now;

    /// <value>How many timers wait.</value>
    public int Waiting
    {
        get
        {
            lock (exclusive)
            {
                return timers.Count;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref now);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (exclusive)
        {
            var timer = new ManualTimer(this, () => callback(state), GetTimestamp() + dueTime.Ticks);
            timers.Add(timer);
            return timer;
        }
    }

    /// <summary>Lets time pass and fires what is due.</summary>
    public void Advance(TimeSpan time)
    {
        List<ManualTimer> due;
        lock (exclusive)
        {
            now += time.Ticks;
            due = [.. timers.Where(timer => timer.Due <= now)];
            timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    private void Remove(ManualTimer timer)
    {
        lock (exclusive)
        {
            timers.Remove(timer);
        }
    }

    private sealed class ManualTimer(ManualTime time, Action fire, long due) : ITimer
    {
        public long Due => due;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => time.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
