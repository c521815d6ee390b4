using Gates.BuiltIn.CanarySlo.Objectives;

namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>Reads an objective's points from answers, telling the kinds of nothing apart.</summary>
internal sealed class PointReader(Measure measure, Timeline timeline, IReadOnlyDictionary<string, Answer> answers, string requests, string up)
{
    /// <summary>A canary that is no worse than this many times the stable version shares its trouble.</summary>
    private const double NoWorse = 1.5;

    /// <summary>Sums of binary fractions miss their decimal limit by less.</summary>
    private const double Rounding = 1e-9;

    private readonly CounterIncrease? counter = measure.Form == MeasureForm.Increase
        ? new CounterIncrease(answers[measure.Query], timeline.Start - CounterIncrease.Before)
        : null;

    public Point At(long time) =>
        up.Length > 0 && answers[up].At(time) is not >= 1 ? new Point(time, PointState.ScrapeDown)
        : measure.Form switch
        {
            MeasureForm.Share => Share(time),
            MeasureForm.Increase => Increase(time),
            _ => Value(time),
        };

    private Point Share(long time)
    {
        if (Nothing(measure.Whole!, time) is { } nothing)
        {
            return new Point(time, nothing);
        }

        if (measure.Unheard is not null)
        {
            return new Point(time, PointState.Unheard);
        }

        var total = answers[measure.Whole!].At(time)!.Value;
        var bad = Bad(measure.Query, total, time);
        if (double.IsNaN(bad))
        {
            return new Point(time, PointState.NotANumber);
        }

        var share = bad / total;
        var beyond = share > measure.Max + Rounding;
        if (beyond && measure.BeyondBuckets is true)
        {
            return new Point(time, PointState.BeyondBuckets);
        }

        var stable = StableShare(time);
        var shared = beyond && stable > measure.Max + Rounding && share <= NoWorse * stable;
        return new Point(
            time,
            shared ? PointState.Shared : beyond ? PointState.Breach : PointState.Within,
            share)
        { Bad = bad, Total = total, Stable = stable, Limit = measure.Max };
    }

    /// <summary>A series of failures is born with the first failure: absent is 0 where there is traffic.</summary>
    private double Bad(string query, double total, long time)
    {
        var part = answers[query].At(time) ?? 0;
        return measure.IsGood ? Math.Max(0, total - part) : part;
    }

    private double? StableShare(long time) =>
        measure is { Stable: { } part, StableWhole: { } whole } && Nothing(whole, time) is null && answers[whole].At(time) is { } total
            ? Bad(part, total, time) / total
            : null;

    private Point Value(long time)
    {
        if (answers[measure.Query].At(time) is not { } value)
        {
            return new Point(time, Missing(measure.Query));
        }

        if (double.IsNaN(value))
        {
            return new Point(time, PointState.NotANumber);
        }

        var (high, low) = (value > measure.Max, value < measure.Min);
        var stable = measure.Stable is { } query ? answers[query].At(time) : null;
        var shared = (high && stable > measure.Max && value <= NoWorse * stable) || (low && stable < measure.Min && value * NoWorse >= stable);
        return new Point(
            time,
            shared ? PointState.Shared : high || low ? PointState.Breach : PointState.Within,
            value)
        { Stable = stable, Limit = high ? measure.Max : low ? measure.Min : measure.Max ?? measure.Min };
    }

    private Point Increase(long time)
    {
        if (Nothing(requests, time) is { } nothing)
        {
            return new Point(time, nothing);
        }

        if (measure.Unheard is not null)
        {
            return new Point(time, PointState.Unheard);
        }

        var increase = counter!.InMinute(time);
        var limit = measure.Max!.Value * timeline.StageAt(time).Weight / 100;
        return new Point(time, increase > limit + Rounding ? PointState.Breach : PointState.Within, increase) { Limit = limit };
    }

    /// <summary>Why there is no traffic to speak of; <see langword="null"/> when there is.</summary>
    private PointState? Nothing(string query, long time) => answers[query].At(time) switch
    {
        null => Missing(query),
        double.NaN => PointState.NotANumber,
        <= 0 => PointState.NoTraffic,
        _ => null,
    };

    private PointState Missing(string query) => answers[query].IsEmpty ? PointState.Absent : PointState.Gap;
}
