using Gates.Doors.Load.Clock;
using Gates.Formats.LoadPlans;
using Gates.Formats.LoadResults;
using Gates.Formats.LoadSummaries;

namespace Gates.Doors.Load.Recording;

/// <summary>Takes what virtual users measure, from all threads, and keeps what the summaries need of it.</summary>
/// <param name="plan">What is measured.</param>
/// <param name="clock">The run's clock.</param>
/// <param name="points">Takes every sample; <see langword="null"/> when nobody wants them.</param>
internal sealed class LoadRecorder(LoadPlan plan, LoadClock clock, PointWriter? points)
{
    private static readonly string[] Always = ["avg", "min", "med", "max", "p(90)", "p(95)", "p(99)"];
    private static readonly byte[] NoTags = "{}"u8.ToArray();

    private readonly Lock exclusive = new();
    private readonly SinkTable table = new(plan);
    private readonly Dictionary<(LoadScenario, LoadStep, int Status, int Error, string Protocol, bool IsExpected), SampleRoute> requests = [];
    private readonly Dictionary<(LoadScenario, string Metric, string Group, string Check), SampleRoute> others = [];
    private readonly Dictionary<(string Group, string Check), (long Passes, long Fails)> checks = [];
    private readonly FailureLog failures = new();
    private readonly RunTimeline timeline = new();
    private long answered;

    public void Request(in RequestSample sample)
    {
        lock (exclusive)
        {
            var key = (sample.Scenario, sample.Step, sample.Status, sample.ErrorCode, sample.Protocol, sample.IsExpected);
            if (!requests.TryGetValue(key, out var route))
            {
                requests[key] = route = SampleRoute.Request(table, TagWriter.Request(plan, sample));
            }

            answered += sample.Status > 0 ? 1 : 0;
            route.Add(sample, points, clock.StartedAt + sample.End);
            timeline.Request(sample.End, !sample.IsExpected, sample.Duration);
            if (!sample.IsExpected)
            {
                failures.Add(sample.End, sample.Step.Name, sample.Error.Length > 0 ? sample.Error : FormattableString.Invariant($"status {sample.Status}"));
            }
        }
    }

    public void Check(LoadScenario scenario, LoadStep step, string check, bool holds)
    {
        lock (exclusive)
        {
            var (passes, fails) = checks.GetValueOrDefault((step.Group, check));
            checks[(step.Group, check)] = holds ? (passes + 1, fails) : (passes, fails + 1);
            Other(scenario, step.Group, check, "checks").Add(0, holds ? 1 : 0, points, clock.StartedAt + clock.Now);
        }
    }

    public void Group(LoadScenario scenario, string group, double milliseconds)
    {
        lock (exclusive)
        {
            Other(scenario, group, "", "group_duration").Add(0, milliseconds, points, clock.StartedAt + clock.Now);
        }
    }

    /// <param name="scenario">Whose.</param>
    /// <param name="milliseconds">How long it took.</param>
    /// <param name="lag">How late it began, in an open model.</param>
    public void Iteration(LoadScenario scenario, double milliseconds, double? lag)
    {
        lock (exclusive)
        {
            var time = clock.StartedAt + clock.Now;
            var route = Other(scenario, "", "", "iterations", "iteration_duration", DriverMetrics.Lag);
            route.Add(0, 1, points, time);
            route.Add(1, milliseconds, points, time);
            if (lag is { } late)
            {
                route.Add(2, late, points, time);
            }
        }
    }

    public void Dropped(LoadScenario scenario)
    {
        lock (exclusive)
        {
            timeline.Dropped(clock.Now);
            Other(scenario, "", "", "dropped_iterations").Add(0, 1, points, clock.StartedAt + clock.Now);
        }
    }

    public void Users(int active, int hired)
    {
        lock (exclusive)
        {
            timeline.Users(clock.Now, active);
            Plain("vus", active);
            Plain("vus_max", hired);
        }
    }

    public void Bytes(long sent, long received)
    {
        lock (exclusive)
        {
            Plain("data_sent", sent);
            Plain("data_received", received);
        }
    }

    /// <summary>The first threshold whose crossing ends the run, and that is crossed by now; those without a sample are passed over.</summary>
    public PlannedThreshold? Broken()
    {
        lock (exclusive)
        {
            var now = clock.Now;
            return plan.Thresholds.FirstOrDefault(one => one.AbortsRun && now > one.Delay && table.Find(one.Name) is { IsEmpty: false } sink
                && sink.Read([one.Expression.Aggregation], now).Get(one.Expression.Aggregation) is { } value && !one.Expression.Holds(value));
        }
    }

    /// <summary>How many requests there were, how many failed, and how many iterations were dropped.</summary>
    public (double Requests, long Failed, double Dropped) Counts()
    {
        lock (exclusive)
        {
            double Of(string metric) => table.Base(metric).Read([], TimeSpan.Zero).Get(new Aggregation(AggregationMethod.Count)) ?? 0;
            return (Of("http_reqs"), failures.Count, Of("dropped_iterations"));
        }
    }

    /// <summary>Everything, when the run is over.</summary>
    public LoadSummary Read(TimeSpan elapsed)
    {
        lock (exclusive)
        {
            Aggregation[] wanted =
            [
                .. Always.Concat(plan.TrendStatistics).Concat(plan.Thresholds.Select(one => one.Expression.Aggregation.ToString()))
                    .Select(name => Aggregation.TryParse(name, out var one) ? one : (Aggregation?)null)
                    .OfType<Aggregation>().Where(one => one.Fits(MetricKind.Trend)),
            ];
            var run = new LoadRun(plan.Path, "gates load")
            {
                Metrics = table.All.Where(sink => !sink.IsEmpty || sink.Name.Tags.Count > 0)
                    .ToDictionary(sink => sink.Name, sink => sink.Read(wanted, elapsed)),
                Seconds = elapsed.TotalSeconds,
                HasSamples = true,
            };
            return new LoadSummary(plan, run)
            {
                Started = clock.StartedAt,
                Elapsed = elapsed,
                Checks = [.. checks.Select(one => new CheckCount(one.Key.Group, one.Key.Check, one.Value.Passes, one.Value.Fails))],
                Thresholds = [.. plan.Thresholds.Select(one => new JudgedThreshold(one, ThresholdEvaluator.Evaluate(run, one.Metric, one.Text, null)))],
                Failures = [.. failures.Windows],
                FailedRequests = failures.Count,
                Answered = answered,
                Timeline = timeline.Read(),
                Driver = new DriverUse { IsRounded = table.All.Any(sink => sink.IsRounded) },
            };
        }
    }

    private void Plain(string metric, double value)
    {
        table.Base(metric).Add(value);
        points?.Write(metric, value, clock.StartedAt + clock.Now, NoTags);
    }

    private SampleRoute Other(LoadScenario scenario, string group, string name, params IReadOnlyList<string> metrics)
    {
        if (!others.TryGetValue((scenario, metrics[0], group, name), out var route))
        {
            others[(scenario, metrics[0], group, name)] = route = SampleRoute.Of(table, TagWriter.Other(plan, scenario, group, name), metrics);
        }

        return route;
    }
}
