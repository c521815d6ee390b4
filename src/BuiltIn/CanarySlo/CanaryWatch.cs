using System.Globalization;
using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Evaluation;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Doors.Prometheus;

namespace Gates.BuiltIn.CanarySlo;

/// <summary>Looks at a rollout: once when it has been, again and again while it goes on, and no longer once an objective is broken.</summary>
internal sealed class CanaryWatch(IReadOnlyList<AnswerCollector> collectors, Evaluator evaluator, Timeline timeline, Rules rules, TimeProvider time)
{
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private long lastSeen = timeline.Start;
    private long? partialSince;

    /// <value>How far Prometheus's clock is ahead of this machine's, and with it all that is asked.</value>
    public TimeSpan Ahead { get; init; }

    /// <value>What is said while it goes on.</value>
    public Action<string> Say { get; init; } = _ => { };

    public async Task<(IReadOnlyList<CollectedSeries> Collected, IReadOnlyList<ObjectiveOutcome> Outcomes)> ReplayAsync(CancellationToken cancellationToken)
    {
        var collected = await CollectAsync(timeline.End, cancellationToken);
        return (collected, Evaluate(collected));
    }

    public async Task<(IReadOnlyList<CollectedSeries> Collected, IReadOnlyList<ObjectiveOutcome> Outcomes)> FollowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(timeline.Step), time, cancellationToken);
            var now = Math.Min((time.GetUtcNow() + Ahead).ToUnixTimeMilliseconds(), timeline.End);
            try
            {
                var collected = await CollectAsync(now, cancellationToken);
                var outcomes = Evaluate(collected);
                lastSeen = now;
                Tell(now, outcomes);
                partialSince = outcomes.Any(outcome => outcome.Measure.Missing is not null) ? partialSince ?? now : null;
                if (now >= timeline.End || outcomes.Any(outcome => outcome.Measure.Decides && IsBroken(outcome) && IsSure(outcome, now)))
                {
                    return (collected, outcomes);
                }
            }
            catch (PrometheusException e) when (e.MayPass && now < timeline.End && now - lastSeen <= rules.Breach)
            {
                // What it holds of this time can still be read when it is back; blind for longer is the end.
                Say($"no answer, asking again: {e.Message}");
            }
        }
    }

    /// <summary>A part of the data may tell another story than all of it, so it is asked again, and believed when more does not come.</summary>
    private bool IsSure(ObjectiveOutcome outcome, long now) => outcome.Measure.Missing is null || now - partialSince > rules.Breach;

    private bool IsBroken(ObjectiveOutcome outcome) =>
        outcome.Breach is not null
            || (rules.StageRollsBack && outcome.Stages.Any(stage => stage.Broken is true))
            || (outcome.Comparison is { IsWorse: true } && outcome.Measure.Compare is { Then: "rollback" });

    private async Task<IReadOnlyList<CollectedSeries>> CollectAsync(long until, CancellationToken cancellationToken)
    {
        var all = new List<CollectedSeries>();
        foreach (var collector in collectors)
        {
            all.Add(await collector.CollectAsync(until, cancellationToken));
        }

        return all;
    }

    private List<ObjectiveOutcome> Evaluate(IReadOnlyList<CollectedSeries> collected) =>
        [.. collected.SelectMany(one => one.Measures.Select(measure => evaluator.Evaluate(measure, one.Answers, one.Until)))];

    private void Tell(long now, IReadOnlyList<ObjectiveOutcome> outcomes)
    {
        var minute = (now - timeline.Start) / 60_000;
        if (!told.Add($"minute {minute}"))
        {
            return;
        }

        var number = timeline.Stages.TakeWhile(stage => stage != timeline.StageAt(now)).Count() + 1;
        var last = outcomes.Select(outcome => $"{outcome.Measure.Objective} {State(outcome.Points[^1])}");
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"minute {minute} of {(timeline.End - timeline.Start) / 60_000}, stage {number} of {timeline.Stages.Count} at {timeline.StageAt(now).Weight} %: {string.Join(", ", last)}"));
    }

    private static string State(Point point) => point.State switch
    {
        PointState.Within => "ok",
        PointState.Breach => "beyond its limit",
        PointState.Shared => "beyond its limit, as is stable",
        _ => "no data",
    };
}
