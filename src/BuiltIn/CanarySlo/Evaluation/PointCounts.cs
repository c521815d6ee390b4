using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Foundation.Statistics;

namespace Gates.BuiltIn.CanarySlo.Evaluation;

/// <summary>What several points are together.</summary>
/// <param name="step">Between two points, in milliseconds.</param>
internal sealed class PointCounts(long step)
{
    /// <summary>Sums of binary fractions miss their decimal limit by less.</summary>
    public const double Rounding = 1e-9;

    /// <summary>Requests, from rates: each point stands for one step.</summary>
    public (double Bad, double Total) Of(IReadOnlyList<Point> points) =>
        (points.Sum(point => Math.Min(point.Bad, point.Total)) * step / 1000, points.Sum(point => point.Total) * step / 1000);

    /// <summary>Whether so few requests may have failed by chance while the service keeps its objective.</summary>
    public bool IsChance(Measure measure, IReadOnlyList<Point> points)
    {
        if (measure.Form != MeasureForm.Share)
        {
            return false;
        }

        var (bad, total) = Of(points);
        return Wilson.Interval(bad, total).Low <= measure.Max;
    }

    /// <summary>
    /// Whether known points were beyond so many times the limit as a whole: by the lower Wilson bound of their share where requests are counted, and
    /// elsewhere by more than half of the points, whatever the times.
    /// </summary>
    public bool IsBeyond(Measure measure, IReadOnlyList<Point> known, double times)
    {
        if (measure.Form != MeasureForm.Share)
        {
            return known.Count(point => point.State == PointState.Breach) * 2 > known.Count;
        }

        var (bad, total) = Of(known);
        return total > 0 && Wilson.Interval(bad, total).Low > (times * measure.Max) + Rounding;
    }

    /// <summary>The value farthest on the wrong side; <see langword="null"/> without one.</summary>
    public static double? Worst(Measure measure, IReadOnlyList<Point> points) =>
        points.Count == 0 ? null
        : measure is { Max: null, Min: not null } ? points.Min(point => point.Value)
        : measure is { Max: { } max, Min: { } min } ? points.MaxBy(point => Math.Max(point.Value!.Value - max, min - point.Value.Value))!.Value
        : points.Max(point => point.Value);

    /// <summary>First and last index of each run of points whose states belong together.</summary>
    public static IEnumerable<(int First, int Last)> Runs(Point[] points, Func<PointState, bool> belongs)
    {
        for (var first = 0; first < points.Length; first++)
        {
            if (belongs(points[first].State))
            {
                var last = first;
                while (last + 1 < points.Length && belongs(points[last + 1].State))
                {
                    last++;
                }

                yield return (first, last);
                first = last;
            }
        }
    }
}
