using Gates.Doors.Load.Clock;
using Gates.Doors.Load.Executors;
using Gates.Formats.LoadPlans;
using Shouldly;
using Support;

namespace Runner.Tests.Doors.Load.Executors;

/// <summary>A scenario whose time is moved by hand, and whose iterations only take time.</summary>
internal sealed class PlayedScenario : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    private readonly ManualTime time = new();
    private readonly CancellationTokenSource abort = new();
    private readonly Lock exclusive = new();
    private readonly List<(int User, TimeSpan At, TimeSpan? Intended)> started = [];
    private readonly Task run;
    private readonly LoadClock clock;
    private readonly TimeSpan work;
    private int dropped;
    private int brokenOff;
    private int active;

    public PlayedScenario(LoadScenario scenario, TimeSpan work)
    {
        // What a timer wakes goes on at once, in this thread, so that each step of the clock is done when it returns.
        SynchronizationContext.SetSynchronizationContext(null);
        this.work = work;
        clock = new LoadClock(time);
        run = new ScenarioRun(scenario, clock, () => new Worker(this, ++Hired), () => dropped++, abort.Token).RunAsync();
    }

    public IReadOnlyList<(int User, TimeSpan At, TimeSpan? Intended)> Started
    {
        get
        {
            lock (exclusive)
            {
                return [.. started];
            }
        }
    }

    public int Hired { get; private set; }

    public int Dropped => dropped;

    public int BrokenOff => Volatile.Read(ref brokenOff);

    public int Active => Volatile.Read(ref active);

    public bool IsOver => run.IsCompleted;

    public TimeSpan Now => clock.Now;

    public PlayedScenario Advance(TimeSpan by)
    {
        for (var until = clock.Now + by; clock.Now < until;)
        {
            time.Advance(Step);
        }

        return this;
    }

    public PlayedScenario Abort()
    {
        abort.Cancel();
        return this;
    }

    /// <summary>What was broken off ends on another thread.</summary>
    public void End() => run.Wait(Patience).ShouldBeTrue();

    public void Dispose() => abort.Dispose();

    private sealed class Worker(PlayedScenario played, int number) : IVirtualUser
    {
        public async Task IterateAsync(TimeSpan? intended, CancellationToken cancellationToken)
        {
            lock (played.exclusive)
            {
                played.started.Add((number, played.clock.Now, intended));
            }

            Interlocked.Increment(ref played.active);
            await Task.Delay(played.work, played.time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Interlocked.Decrement(ref played.active);
            if (cancellationToken.IsCancellationRequested)
            {
                Interlocked.Increment(ref played.brokenOff);
            }
        }
    }
}
