namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>A counter's increase from its raw samples: whole numbers, where <c>increase()</c> extrapolates.</summary>
internal sealed class CounterIncrease
{
    /// <value>How long before the first point raw samples are read, in milliseconds.</value>
    public const long Before = 300_000;

    /// <summary>A series whose first sample is later than this after the beginning was born then, in milliseconds: its first value is an increase.</summary>
    private const long Settled = 120_000;

    private readonly List<(long Time, double Delta)> deltas = [];

    /// <param name="answer">The raw samples of every series of the counter.</param>
    /// <param name="beginning">From when on samples were asked for.</param>
    public CounterIncrease(Answer answer, long beginning)
    {
        foreach (var series in answer.Series)
        {
            double? last = null;
            foreach (var (time, value) in series.Times.Zip(series.Numbers).Where(sample => double.IsFinite(sample.Second)))
            {
                var delta = last is null ? (time > beginning + Settled ? value : 0) : value < last ? value : value - last.Value;
                deltas.Add((time, delta));
                last = value;
            }
        }
    }

    /// <summary>How often it counted in the minute that ends at a moment; <see langword="null"/> without a sample there.</summary>
    public double? InMinute(long until)
    {
        var any = false;
        var sum = 0.0;
        foreach (var (time, delta) in deltas)
        {
            if (time > until - 60_000 && time <= until)
            {
                any = true;
                sum += delta;
            }
        }

        return any ? sum : null;
    }
}
