using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Foundation.Statistics;

namespace Gates.BuiltIn.CanarySlo.Evaluation;

/// <summary>
/// Says of each objective whether it was broken, and whether enough is known. Pure: the same answers give the same outcome, live and replayed.
/// </summary>
/// <param name="timeline">The stages.</param>
/// <param name="rules">When an objective is broken.</param>
internal sealed class Evaluator(Timeline timeline, Rules rules)
{
    /// <summary>A stage of which more than this share has no data was not seen.</summary>
    private const double MaxMissing = 0.5;

    /// <summary>The share of a breach beyond which one that the end cuts off is no passing peak.</summary>
    private const double MaxCutOff = 0.2;

    private readonly PointCounts counts = new(timeline.Step);

    public ObjectiveOutcome Evaluate(Measure measure, IReadOnlyDictionary<string, Answer> answers, long until)
    {
        var reader = new PointReader(measure, timeline, answers, rules.Requests, rules.Up);
        Point[] points = [.. timeline.Moments(until).Select(reader.At)];
        var (breach, chance) = new BreachFinder(counts, rules).Find(measure, points);
        var holds = chance.Concat(Blind(points, breach)).ToList();
        if (until >= timeline.End && breach is null && CutOff(measure, points) is { } open)
        {
            holds.Add(open);
        }

        var stages = timeline.Stages.Where(stage => stage.From <= until).ToList();
        var summaries = stages.ConvertAll(stage => Break(measure, stage, Summarise(measure, stage, points), points, until));
        foreach (var (stage, summary) in stages.Zip(summaries).Where(pair => pair.First.Until <= until))
        {
            if (breach is null
                && Heavy(measure, stage, summary, points) is { } heavy
                && !holds.Exists(hold => hold.Reason == Hold.Open && hold.Since <= heavy.Until))
            {
                holds.Add(heavy);
            }

            if (holds.TrueForAll(hold => hold.Since >= stage.Until || hold.Until <= stage.From) && Doubt(measure, stage, summary) is { } doubt)
            {
                holds.Add(doubt);
            }
        }

        if (breach is null && measure.Missing is not null && points.Length > 0)
        {
            holds.Add(new Hold(Hold.Partial, points[0].Time, points[^1].Time));
        }

        return new ObjectiveOutcome(measure, points)
        {
            Breach = breach,
            Holds = [.. holds.OrderBy(hold => hold.Since)],
            Stages = summaries,
            Comparison = SideBySide.Find(measure, timeline, points, until),
        };
    }

    /// <summary>What began so late that nobody can say whether it would have become a breach. What is not known at the end counts as still open.</summary>
    private Hold? CutOff(Measure measure, Point[] points)
    {
        var first = Array.FindLastIndex(points, point => point.State is PointState.Within or PointState.Shared) + 1;
        while (first < points.Length && points[first].State != PointState.Breach)
        {
            first++;
        }

        if (first == points.Length)
        {
            return null;
        }

        var open = points[first..];
        var lasted = open[^1].Time - open[0].Time;
        return lasted > MaxCutOff * rules.Breach
            && lasted <= rules.Breach
            && !counts.IsChance(measure, Array.FindAll(open, point => point.State == PointState.Breach))
            ? new Hold(Hold.Open, open[0].Time, open[^1].Time)
            : null;
    }

    /// <summary>Times without a single point known to be good that are long enough for a breach.</summary>
    private IEnumerable<Hold> Blind(Point[] points, Breach? breach)
    {
        foreach (var (first, last) in PointCounts.Runs(points, state => state != PointState.Within))
        {
            var run = points[first..(last + 1)];
            var unknown = run.Where(point => point.State != PointState.Breach).ToList();
            if (unknown.Count == 0
                || run[^1].Time - run[0].Time <= rules.Breach
                || (breach is not null && breach.Since >= run[0].Time && breach.Since <= run[^1].Time))
            {
                continue;
            }

            var reason = unknown.GroupBy(point => point.State).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
            yield return new Hold(reason.ToString(), run[0].Time, run[^1].Time) { MayHideBreach = unknown.Count < run.Length };
        }
    }

    private Hold? Doubt(Measure measure, Stage stage, StageSummary summary) =>
        summary.Missing > MaxMissing * summary.Points ? new Hold(Hold.Coverage, stage.From, stage.Until)
        : measure.Form == MeasureForm.Share && summary.Requests < rules.MinRequests
            ? new Hold(Hold.Thin, stage.From, stage.Until) { Requests = summary.Requests }
        : null;

    private StageSummary Summarise(Measure measure, Stage stage, Point[] all)
    {
        Point[] points = [.. all.Where(point => timeline.StageAt(point.Time) == stage)];
        var known = points.Where(point => point.Value is not null).ToArray();
        var summary = new StageSummary(stage.Weight, points.Length, points.Length - known.Length, PointCounts.Worst(measure, known));
        var (bad, total) = counts.Of(known);
        if (measure.Form != MeasureForm.Share || total <= 0)
        {
            return measure.Form == MeasureForm.Share ? summary with { Requests = 0, Bad = 0 } : summary;
        }

        var (low, high) = Wilson.Interval(bad, total);
        return summary with { Requests = total, Bad = bad, Share = bad / total, Low = low, High = high };
    }

    /// <summary>
    /// A stage that is over and was beyond the limit as a whole. Pauses between bursts hide nothing: where requests are counted, the lower Wilson bound
    /// of their share says so, elsewhere more than half of the known points. What the stable version had, too, is left out.
    /// </summary>
    private StageSummary Break(Measure measure, Stage stage, StageSummary summary, Point[] all, long until)
    {
        Point[] points = [.. all.Where(point => timeline.StageAt(point.Time) == stage)];
        Point[] own = [.. points.Where(point => point.State is PointState.Within or PointState.Breach)];
        if (until < stage.Until || !counts.IsBeyond(measure, own, 1))
        {
            return summary;
        }

        return PointCounts.Runs(points, state => state == PointState.Breach).Skip(1).Any()
            ? summary with { Broken = true, Beyond = measure.Form == MeasureForm.Share ? null : own.Count(point => point.State == PointState.Breach) }
            : summary;
    }

    /// <summary>One burst shorter than a breach, so heavy that the whole stage was beyond twice the limit, is nothing to go on with.</summary>
    private Hold? Heavy(Measure measure, Stage stage, StageSummary summary, Point[] all)
    {
        Point[] own = [.. all.Where(point => timeline.StageAt(point.Time) == stage && point.State is PointState.Within or PointState.Breach)];
        if (summary.Broken is true || !counts.IsBeyond(measure, own, 2))
        {
            return null;
        }

        Point[] beyond = Array.FindAll(own, point => point.State == PointState.Breach);
        return new Hold(Hold.Burst, beyond[0].Time, beyond[^1].Time) { Requests = measure.Form == MeasureForm.Share ? counts.Of(own).Total : null };
    }
}
