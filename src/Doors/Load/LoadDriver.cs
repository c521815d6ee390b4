using Gates.Doors.Load.Clock;
using Gates.Doors.Load.Executors;
using Gates.Doors.Load.Recording;
using Gates.Doors.Load.Requests;
using Gates.Formats.LoadPlans;
using Gates.Formats.LoadResults;
using Gates.Formats.LoadSummaries;

namespace Gates.Doors.Load;

/// <summary>Makes the load that a plan describes, and measures it.</summary>
/// <param name="plan">What is to be done.</param>
/// <param name="time">The clock.</param>
internal sealed class LoadDriver(LoadPlan plan, TimeProvider time)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Judged = TimeSpan.FromSeconds(2);

    /// <value>Takes every sample; <see langword="null"/> when nobody wants them.</value>
    public PointWriter? Points { get; init; }

    /// <value>Hears each second how far the run is.</value>
    public Action<LoadProgress> Progress { get; init; } = _ => { };

    /// <param name="cancellationToken">Ends the run at once; what was measured until then is the answer.</param>
    public async Task<LoadSummary> RunAsync(CancellationToken cancellationToken)
    {
        var clock = new LoadClock(time);
        var recorder = new LoadRecorder(plan, clock, Points);
        var (traffic, meter) = (new TrafficCount(), new DriverMeter(time));
        using var handler = LoadConnections.Create(plan.Http, time, traffic);
        using var connections = new HttpMessageInvoker(handler, disposeHandler: false);
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = new CancellationTokenSource();
        using var around = new UserSurroundings(plan, clock, recorder, connections);
        Points?.Begin(plan);
        MakeRoom();
        var watched = WatchAsync((around, traffic, meter), abort.CancelAsync, done.Token);
        await Task.WhenAll(plan.Scenarios.Select(scenario => Task.Factory.StartNew(
            () => new ScenarioRun(scenario, clock, () => around.Hire(scenario), () => recorder.Dropped(scenario), abort.Token).RunAsync(),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
        var elapsed = clock.Now;
        await done.CancelAsync();
        var broken = await watched;
        var (sent, received) = traffic.Take();
        recorder.Bytes(sent, received);
        var stopped = broken is not null ? $"{broken.Metric}: {broken.Text} was crossed, and abortOnFail ended the run"
            : cancellationToken.IsCancellationRequested ? "interrupted"
            : null;
        if (stopped is not null)
        {
            Points?.Stop(clock.StartedAt + elapsed);
        }

        var summary = recorder.Read(elapsed);
        return summary with { Stopped = stopped, Driver = meter.Read(summary) };
    }

    /// <summary>A schedule sleeps on a thread of its own, and must not take one from the users.</summary>
    private void MakeRoom()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + plan.Scenarios.Count(scenario => scenario.IsOpen), ports);
    }

    private async Task<PlannedThreshold?> WatchAsync(
        (UserSurroundings Users, TrafficCount Traffic, DriverMeter Meter) of, Func<Task> abort, CancellationToken done)
    {
        PlannedThreshold? broken = null;
        for (var judged = Judged; !done.IsCancellationRequested;)
        {
            Count(of.Users, of.Traffic);
            of.Meter.Look();
            var now = of.Users.Clock.Now;
            var (requests, failed, dropped) = of.Users.Recorder.Counts();
            Progress(new LoadProgress(now, (long)requests, failed, (long)dropped, of.Users.Active));
            if (now >= judged && broken is null)
            {
                judged = now + Judged;
                if ((broken = of.Users.Recorder.Broken()) is not null)
                {
                    await abort();
                }
            }

            await Task.Delay(Second, time, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return broken;
    }

    private static void Count(UserSurroundings users, TrafficCount traffic)
    {
        if (users.Hired > 0)
        {
            users.Recorder.Users(users.Active, users.Hired);
        }

        var (sent, received) = traffic.Take();
        users.Recorder.Bytes(sent, received);
    }
}

/// <summary>How far a run is.</summary>
/// <param name="Elapsed">Since its start.</param>
/// <param name="Requests">So far.</param>
/// <param name="Failed">So far.</param>
/// <param name="Dropped">Iterations that had nobody to do them, so far.</param>
/// <param name="Users">At work now.</param>
internal sealed record LoadProgress(TimeSpan Elapsed, long Requests, long Failed, long Dropped, int Users);
