using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Foundation.Statistics;

namespace Gates.BuiltIn.CanarySlo.Evaluation;

/// <summary>The canary's points beside the stable version's at the same moments, up to a stage's end.</summary>
/// <param name="Weight">Of that stage, in per cent.</param>
/// <param name="Points">How many there are of each; neighbours share data, so only those were taken that do not.</param>
internal sealed record SideBySide(double Weight, int Points)
{
    /// <summary>The least part of a shift that its interval must exclude, as Kayenta asks.</summary>
    private const double Tolerance = 0.25;

    /// <value>The two-sided p-value of the Mann-Whitney test; <see langword="null"/>, as all others, with too few points.</value>
    public double? Probability { get; init; }

    /// <value>How much worse the canary is, and the ends of the interval, in the value's own unit.</value>
    public double? Shift { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    /// <value>The effect size: the share of pairs of points in which the canary is worse.</value>
    public double? Superiority { get; init; }

    /// <value>The means, one over the other, so that more than 1 is worse.</value>
    public double? Ratio { get; init; }

    /// <value>Whether it is worse, by the rule.</value>
    public bool IsWorse { get; init; }

    /// <summary>At the end of the first stage when the canary was worse, or of the last that is over.</summary>
    /// <returns><see langword="null"/> before, and where nothing is compared.</returns>
    public static SideBySide? Find(Measure measure, Timeline timeline, IReadOnlyList<Point> points, long until)
    {
        SideBySide? last = null;
        foreach (var stage in timeline.Stages.Where(stage => measure.Compare is not null && stage.Until <= until))
        {
            last = Make(measure, stage, timeline.Step, points);
            if (last.IsWorse)
            {
                break;
            }
        }

        return last;
    }

    private static SideBySide Make(Measure measure, Stage stage, long step, IReadOnlyList<Point> points)
    {
        var rule = measure.Compare!;
        var every = (int)Math.Max(1, Math.Ceiling(rule.Apart / (double)step));
        List<(double Canary, double Stable)> known =
        [
            .. points.Where((point, index) => index % every == 0 && point.Time <= stage.Until && IsKnown(point.Value) && IsKnown(point.Stable))
                .Select(point => (point.Value!.Value, point.Stable!.Value))
        ];
        var isLowerWorse = measure.Form == MeasureForm.Value && measure.Max is null;
        var sign = isLowerWorse ? -1 : 1;
        if (MannWhitney.Compare([.. known.Select(one => sign * one.Stable)], [.. known.Select(one => sign * one.Canary)], rule.Confidence) is not { } test)
        {
            return new SideBySide(stage.Weight, known.Count);
        }

        var (canary, stable) = (known.Average(one => one.Canary), known.Average(one => one.Stable));
        var ratio = isLowerWorse ? Over(stable, canary) : Over(canary, stable);
        return new SideBySide(stage.Weight, known.Count)
        {
            Probability = test.Probability,
            Shift = test.Shift,
            Low = test.Low,
            High = test.High,
            Superiority = test.Superiority,
            Ratio = ratio,
            IsWorse = test.Probability < 1 - rule.Confidence && test.Low > Tolerance * Math.Abs(test.Shift) && ratio >= rule.By,
        };
    }

    private static bool IsKnown(double? value) => value is { } number && double.IsFinite(number);

    /// <summary>JSON has no infinity.</summary>
    private static double Over(double worse, double better) => worse == better ? 1 : better <= 0 ? double.MaxValue : worse / better;
}
