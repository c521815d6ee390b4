using Gates.BuiltIn.CanarySlo.Objectives;

namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>Reads an objective's points from answers, telling the kinds of nothing apart.</summary>
internal sealed class PointReader(Measure measure, Timeline timeline, IReadOnlyDictionary<string, Answer> answers, string requests, string up)
{
    /// <summary>A canary that is no worse than this many times the stable version shares its trouble.</summary>
    private const double NoWorse = 1.5;

    /// <summary>Sums of binary fractions miss their decimal limit by less.</summary>
    private const double Rounding = 1e-9;

    private readonly Dictionary<string, CounterIncrease> counters = new[] { measure.Query, measure.Whole, measure.Stable, measure.StableWhole }
        .Where(query => query is not null && (measure.Form == MeasureForm.Increase || measure.Raw is true))
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(query => query!, query => new CounterIncrease(answers[query!], timeline.Start - CounterIncrease.Before), StringComparer.Ordinal);

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

        var total = ValueAt(measure.Whole!, time)!.Value;
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
        var part = ValueAt(query, time) ?? 0;
        return measure.IsGood ? Math.Max(0, total - part) : part;
    }

    private double? StableShare(long time) =>
        measure is { Stable: { } part, StableWhole: { } whole } && Nothing(whole, time) is null && ValueAt(whole, time) is { } total
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

        var increase = counters[measure.Query].InMinute(time) ?? 0;
        var limit = measure.Max!.Value * timeline.StageAt(time).Weight / 100;
        return new Point(time, increase > limit + Rounding ? PointState.Breach : PointState.Within, increase) { Limit = limit };
    }

    /// <summary>Why there is no traffic to speak of; <see langword="null"/> when there is.</summary>
    private PointState? Nothing(string query, long time) => ValueAt(query, time) switch
    {
        null => Missing(query),
        double.NaN => PointState.NotANumber,
        <= 0 => PointState.NoTraffic,
        _ => null,
    };

    /// <summary>Of raw samples the rate over a minute, of which no first count of a new series is missing.</summary>
    private double? ValueAt(string query, long time) =>
        measure.Raw is true && counters.TryGetValue(query, out var counter) ? counter.InMinute(time) / 60 : answers[query].At(time);

    private PointState Missing(string query) => answers[query].IsEmpty ? PointState.Absent : PointState.Gap;
}
