using Gates.Doors.Load.Clock;
using Gates.Formats.LoadPlans;

namespace Gates.Doors.Load.Executors;

/// <summary>What an executor needs to run a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Clock">The run's clock.</param>
/// <param name="Hire">Makes another virtual user.</param>
/// <param name="Drop">Counts an iteration that had nobody to do it.</param>
/// <param name="Abort">Ends it at once.</param>
internal sealed record ScenarioRun(LoadScenario Scenario, LoadClock Clock, Func<IVirtualUser> Hire, Action Drop, CancellationToken Abort)
{
    public TimeSpan End => Scenario.StartTime + Scenario.Length;

    public bool IsOver => Abort.IsCancellationRequested || Clock.Now >= End;

    /// <summary>Runs the scenario to its end. What is not done after the graceful stop is broken off.</summary>
    public async Task RunAsync()
    {
        using var hard = CancellationTokenSource.CreateLinkedTokenSource(Abort);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Abort);
        try
        {
            await Clock.WaitUntilAsync(Scenario.StartTime, Abort);
            var limit = LimitAsync(hard.CancelAsync, done.Token);
            await (Scenario.Executor switch
            {
                ExecutorKind.RampingVus => new RampingUsers(this, hard.Token).RunAsync(),
                ExecutorKind.ConstantArrivalRate or ExecutorKind.RampingArrivalRate => new OpenArrivals(this, hard.Token).RunAsync(),
                _ => new FixedUsers(this, hard.Token).RunAsync(),
            });
            await done.CancelAsync();
            await limit;
        }
        catch (OperationCanceledException) when (Abort.IsCancellationRequested)
        {
            // Nothing began, or all of it was broken off.
        }
    }

    private async Task LimitAsync(Func<Task> breakOff, CancellationToken done)
    {
        try
        {
            await Clock.WaitUntilAsync(End + Scenario.GracefulStop, done);
            await breakOff();
        }
        catch (OperationCanceledException)
        {
            // All was done before.
        }
    }
}
