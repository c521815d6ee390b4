using System.Collections.Concurrent;

namespace Gates.Doors.Load.Executors;

/// <summary>k6's arrival-rate executors: iterations begin on a schedule; one that finds nobody free is dropped and counted, never made up for.</summary>
internal sealed class OpenArrivals(ScenarioRun run, CancellationToken hard)
{
    /// <value>Iterations a second up to which a user begins in the schedule's own thread, which is the most exact; more would hold the schedule up.</value>
    private const double MaxInline = 2_000;

    private readonly ConcurrentStack<IVirtualUser> free = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool isDense = run.Scenario.Stages.Select(stage => stage.Target).Append(run.Scenario.Start).Append(run.Scenario.Rate).Max()
        / run.Scenario.TimeUnit.TotalSeconds > MaxInline;

    private int hired;

    /// <value>Iterations at work, and one for the schedule itself.</value>
    private int busy = 1;

    public async Task RunAsync()
    {
        for (; hired < run.Scenario.PreAllocatedUsers; hired++)
        {
            free.Push(run.Hire());
        }

        try
        {
            foreach (var arrival in ArrivalTimes.Of(run.Scenario))
            {
                var due = run.Scenario.StartTime + arrival;
                await run.Clock.WaitUntilAsync(due, run.Abort);
                Start(due);
            }

            await run.Clock.WaitUntilAsync(run.End, run.Abort);
        }
        catch (OperationCanceledException) when (run.Abort.IsCancellationRequested)
        {
            // Those at work are broken off as well, and waited for.
        }

        Leave();
        await idle.Task;
    }

    private void Start(TimeSpan due)
    {
        if (run.Abort.IsCancellationRequested)
        {
            return;
        }

        if (!free.TryPop(out var user))
        {
            if (hired >= run.Scenario.MaxUsers)
            {
                run.Drop();
                return;
            }

            hired++;
            user = run.Hire();
        }

        Interlocked.Increment(ref busy);
        _ = isDense ? Task.Run(() => WorkAsync(user, due), CancellationToken.None) : WorkAsync(user, due);
    }

    private async Task WorkAsync(IVirtualUser user, TimeSpan due)
    {
        try
        {
            await user.IterateAsync(due, hard);
        }
        catch (Exception e)
        {
            idle.TrySetException(e);
        }
        finally
        {
            free.Push(user);
            Leave();
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref busy) == 0)
        {
            idle.TrySetResult();
        }
    }
}
