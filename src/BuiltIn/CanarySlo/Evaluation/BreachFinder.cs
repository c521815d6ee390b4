using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Foundation.Statistics;

namespace Gates.BuiltIn.CanarySlo.Evaluation;

/// <summary>Finds when an objective was broken, by whichever rule says so first.</summary>
internal sealed class BreachFinder(PointCounts counts, Rules rules)
{
    /// <summary>The short window of a burn is this part of the long one, as in the SRE workbook: it says that it still goes on.</summary>
    private const int ShortPart = 12;

    public (Breach? Breach, List<Hold> Chance) Find(Measure measure, Point[] points)
    {
        var (breach, chance) = Lasting(measure, points);
        var first = new[] { breach, Often(measure, points), Burning(measure, points) }
            .OfType<Breach>()
            .OrderBy(one => one.Confirmed)
            .FirstOrDefault();
        return (first, chance);
    }

    /// <summary>Beyond the limit, without a pause, for longer than a breach.</summary>
    private (Breach? Breach, List<Hold> Chance) Lasting(Measure measure, Point[] points)
    {
        var chance = new List<Hold>();
        foreach (var (first, last) in PointCounts.Runs(points, state => state == PointState.Breach))
        {
            for (var i = first; i <= last; i++)
            {
                if (points[i].Time - points[first].Time > rules.Breach && !counts.IsChance(measure, points[first..(i + 1)]))
                {
                    return (Describe(measure, points, first, i, last), chance);
                }
            }

            if (points[last].Time - points[first].Time > rules.Breach)
            {
                chance.Add(new Hold(
                    Hold.Chance,
                    points[first].Time,
                    points[last].Time)
                { MayHideBreach = true, Requests = counts.Of(points[first..(last + 1)]).Total });
            }
        }

        return (null, chance);
    }

    /// <summary>Beyond the limit at so many of so many points in a row.</summary>
    private Breach? Often(Measure measure, Point[] points)
    {
        for (var i = 0; rules.Often is (var least, var among) && i < points.Length; i++)
        {
            var window = points[Math.Max(0, i + 1 - among)..(i + 1)];
            var beyond = Array.FindAll(window, point => point.State == PointState.Breach);
            if (beyond.Length >= least && !counts.IsChance(measure, beyond))
            {
                return Describe(measure, points, Array.IndexOf(points, beyond[0]), i, i) with { Rule = Breach.Often, Points = beyond.Length };
            }
        }

        return null;
    }

    /// <summary>So many times the limit over a time, and still at its end.</summary>
    private Breach? Burning(Measure measure, Point[] points)
    {
        for (var i = 0; rules.Burn is (var times, var over) && measure.Form == MeasureForm.Share && i < points.Length; i++)
        {
            var first = Array.FindIndex(points, point => point.Time > points[i].Time - over);
            Point[] known = [.. points[first..(i + 1)].Where(point => point.State is PointState.Within or PointState.Breach)];
            if (known.Length == 0 || points[i].Time - points[0].Time < over || !counts.IsBeyond(measure, known, times))
            {
                continue;
            }

            var (bad, total) = counts.Of(known[^Math.Max(1, known.Length / ShortPart)..]);
            if (bad > times * measure.Max * total)
            {
                return Describe(measure, points, first, i, i) with { Rule = Breach.Burning, Points = known.Length };
            }
        }

        return null;
    }

    private Breach Describe(Measure measure, Point[] points, int first, int confirmed, int last)
    {
        Point[] run = [.. points[first..(last + 1)].Where(point => point.Value is not null)];
        var breach = new Breach(points[first].Time, points[confirmed].Time, points[last].Time, PointCounts.Worst(measure, run)!.Value, run[0].Limit ?? 0);
        if (measure.Form != MeasureForm.Share)
        {
            return breach;
        }

        var (bad, total) = counts.Of(run);
        var (low, high) = Wilson.Interval(bad, total);
        return breach with { Value = bad / total, Requests = total, Low = low, High = high };
    }
}
