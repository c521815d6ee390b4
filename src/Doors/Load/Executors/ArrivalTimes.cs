using Gates.Formats.LoadPlans;

namespace Gates.Doors.Load.Executors;

/// <summary>When the iterations of an open model begin, counted from the scenario's start. The server has no say in it.</summary>
internal static class ArrivalTimes
{
    public static IEnumerable<TimeSpan> Of(LoadScenario scenario) => scenario.Executor == ExecutorKind.ConstantArrivalRate
        ? Constant(scenario.Rate / scenario.TimeUnit.TotalSeconds, scenario.Duration)
        : Ramping(scenario.Start / scenario.TimeUnit.TotalSeconds, scenario.TimeUnit.TotalSeconds, scenario.Stages);

    /// <summary>The first at the start itself, as k6 has it. Computed from the number each time, so that nothing adds up.</summary>
    private static IEnumerable<TimeSpan> Constant(double rate, TimeSpan duration)
    {
        for (long number = 0; TimeSpan.FromSeconds(number / rate) is var at && at < duration; number++)
        {
            yield return at;
        }
    }

    /// <summary>
    /// The rate changes evenly within a stage, so that after t seconds of it r₀·t + a·t²/2 iterations have begun; the moment of each is where that is whole.
    /// </summary>
    private static IEnumerable<TimeSpan> Ramping(double rate, double unit, IReadOnlyList<LoadStage> stages)
    {
        var (begin, before, number) = (0.0, 0.0, 1L);
        foreach (var stage in stages)
        {
            var (length, target) = (stage.Duration.TotalSeconds, stage.Target / unit);
            var all = (rate + target) / 2 * length;
            for (var growth = length > 0 ? (target - rate) / length : 0; number <= before + all + 1e-9 && all > 0; number++)
            {
                yield return TimeSpan.FromSeconds(begin + Math.Min(length, After(number - before, rate, growth)));
            }

            (begin, before, rate) = (begin + length, before + all, target);
        }
    }

    private static double After(double count, double rate, double growth) => Math.Abs(growth) < 1e-12
        ? count / rate
        : (Math.Sqrt(Math.Max(0, (rate * rate) + (2 * growth * count))) - rate) / growth;
}
