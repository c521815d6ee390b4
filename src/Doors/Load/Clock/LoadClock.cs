namespace Gates.Doors.Load.Clock;

/// <summary>The time since a run began, and waiting for a moment of it more exactly than timers do.</summary>
internal sealed class LoadClock
{
    private static readonly TimeSpan Coarse = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private readonly long started;

    public LoadClock(TimeProvider time)
    {
        Time = time;
        StartedAt = time.GetUtcNow();
        started = time.GetTimestamp();
    }

    public TimeProvider Time { get; }

    public DateTimeOffset StartedAt { get; }

    public TimeSpan Now => Time.GetElapsedTime(started);

    /// <summary>
    /// Returns at a moment or shortly after it. Timers are late by a millisecond or two, so the last of them are slept by the kernel, on this thread.
    /// </summary>
    public async ValueTask WaitUntilAsync(TimeSpan due, CancellationToken cancellationToken)
    {
        var isReal = ReferenceEquals(Time, TimeProvider.System);
        while (due - Now is var left && left > TimeSpan.Zero)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (isReal && left <= Coarse)
            {
                NativeSleep.For(left);
            }
            else
            {
                await Task.Delay(isReal ? left - Early : left < Millisecond ? Millisecond : left, Time, cancellationToken);
            }
        }
    }
}
