using Gates.Formats.LoadPlans;

namespace Gates.Doors.Load.Executors;

/// <summary>k6's <c>constant-vus</c>, <c>per-vu-iterations</c> and <c>shared-iterations</c>: a number of users, each as fast as it can.</summary>
internal sealed class FixedUsers(ScenarioRun run, CancellationToken hard)
{
    private long taken;

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, run.Scenario.Users).Select(_ => run.Hire()).ToList().Select(LoopAsync));

    private async Task LoopAsync(IVirtualUser user)
    {
        for (long done = 0; !run.IsOver && !hard.IsCancellationRequested && Takes(done); done++)
        {
            await user.IterateAsync(null, hard);
        }
    }

    private bool Takes(long done) => run.Scenario.Executor switch
    {
        ExecutorKind.ConstantVus => true,
        ExecutorKind.PerVuIterations => done < run.Scenario.Iterations,
        _ => Interlocked.Increment(ref taken) <= run.Scenario.Iterations,
    };
}
