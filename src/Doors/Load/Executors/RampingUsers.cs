namespace Gates.Doors.Load.Executors;

/// <summary>k6's <c>ramping-vus</c>: as many users as the stages say, each as fast as it can.</summary>
internal sealed class RampingUsers(ScenarioRun run, CancellationToken hard)
{
    private readonly List<Seat> seats = [];

    public async Task RunAsync()
    {
        try
        {
            foreach (var (at, count) in Changes(run.Scenario.Start, run.Scenario.Stages))
            {
                await run.Clock.WaitUntilAsync(run.Scenario.StartTime + at, run.Abort);
                Adjust(count);
            }

            await run.Clock.WaitUntilAsync(run.End, run.Abort);
        }
        catch (OperationCanceledException) when (run.Abort.IsCancellationRequested)
        {
            // Those at work are broken off as well, and waited for.
        }

        seats.ForEach(seat => seat.IsWanted = false);
        await Task.WhenAll(seats.Select(seat => seat.Work));
        seats.ForEach(seat => seat.Dispose());
    }

    /// <summary>Each moment at which the number of users changes, and what it is from then on.</summary>
    internal static IEnumerable<(TimeSpan At, int Count)> Changes(double start, IReadOnlyList<Gates.Formats.LoadPlans.LoadStage> stages)
    {
        var (at, count) = (TimeSpan.Zero, (int)start);
        yield return (at, count);
        foreach (var stage in stages)
        {
            var steps = Math.Abs((int)stage.Target - count);
            var direction = Math.Sign(stage.Target - count);
            for (var step = 1; step <= steps && stage.Duration > TimeSpan.Zero; step++)
            {
                yield return (at + (stage.Duration * ((double)step / steps)), count + (direction * step));
            }

            (at, count) = (at + stage.Duration, (int)stage.Target);
            if (steps > 0 && stage.Duration == TimeSpan.Zero)
            {
                yield return (at, count);
            }
        }
    }

    private void Adjust(int count)
    {
        while (seats.Count < count)
        {
            seats.Add(new Seat(run.Hire()));
        }

        for (var number = 0; number < seats.Count; number++)
        {
            var (seat, isWanted) = (seats[number], number < count);
            if (isWanted && !seat.IsWanted)
            {
                seat.IsWanted = true;
                seat.Work = LoopAsync(seat, seat.Work, seat.Renew(hard));
            }
            else if (!isWanted && seat.IsWanted)
            {
                seat.IsWanted = false;
                _ = LimitAsync(seat, seat.BreakOff, run.Clock.Now + run.Scenario.GracefulRampDown);
            }
        }
    }

    private async Task LoopAsync(Seat seat, Task before, CancellationToken cancellationToken)
    {
        await before;
        while (seat.IsWanted && !run.IsOver && !cancellationToken.IsCancellationRequested)
        {
            await seat.User.IterateAsync(null, cancellationToken);
        }
    }

    /// <summary>A user who is not wanted any more may finish, for a while.</summary>
    private async Task LimitAsync(Seat seat, Func<Task>? breakOff, TimeSpan until)
    {
        try
        {
            await run.Clock.WaitUntilAsync(until, hard);
            if (!seat.IsWanted && seat.BreakOff == breakOff && breakOff is not null && !seat.Work.IsCompleted)
            {
                await breakOff();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The scenario ended before.
        }
    }

    private sealed class Seat(IVirtualUser user) : IDisposable
    {
        /// <value>Of each time that the seat was taken: an iteration of the time before may still go on.</value>
        private readonly List<CancellationTokenSource> times = [];

        private volatile bool isWanted;

        public IVirtualUser User => user;

        public bool IsWanted { get => isWanted; set => isWanted = value; }

        public Task Work { get; set; } = Task.CompletedTask;

        public Func<Task>? BreakOff { get; private set; }

        public CancellationToken Renew(CancellationToken hard)
        {
            var time = CancellationTokenSource.CreateLinkedTokenSource(hard);
            times.Add(time);
            BreakOff = time.CancelAsync;
            return time.Token;
        }

        public void Dispose() => times.ForEach(time => time.Dispose());
    }
}
