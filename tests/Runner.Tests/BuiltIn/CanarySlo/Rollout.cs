using System.Globalization;
using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Evaluation;
using Gates.BuiltIn.CanarySlo.Objectives;

namespace Runner.Tests.BuiltIn.CanarySlo;

/// <summary>A rollout in one stage with a point each 15 seconds, and answers written as functions of the minute.</summary>
internal sealed class Rollout
{
    public const long Minute = 60_000;

    private readonly Dictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private readonly Timeline timeline;

    public Rollout(int minutes = 15, double weight = 100)
        : this(new Stage(weight, 0, minutes * Minute))
    {
    }

    public Rollout(Stage first, params Stage[] more) => timeline = new Timeline([first, .. more], 15_000);

    public Rules Rules { get; init; } = new(5 * Minute, 100);

    /// <summary>An answer to a query; no value where the function gives none.</summary>
    public Rollout With(string query, Func<double, double?> value)
    {
        var samples = timeline.Moments(timeline.End)
            .Select(time => (Time: time, Value: value(time / (double)Minute)))
            .Where(sample => sample.Value is not null)
            .ToList();
        answers[query] = new Answer(
            query,
            samples.Count == 0 ? [] : [new AnswerSeries([.. samples.Select(sample => sample.Time)], [.. samples.Select(sample => Text(sample.Value!.Value))])]);
        return this;
    }

    /// <summary>Raw samples of one more series of a counter, at minutes.</summary>
    public Rollout WithRaw(string selector, params (double Minute, double Value)[] samples)
    {
        var before = answers.TryGetValue(selector, out var known) ? known.Series : [];
        answers[selector] = new Answer(
            selector,
            [.. before, new AnswerSeries([.. samples.Select(sample => (long)(sample.Minute * Minute))], [.. samples.Select(sample => Text(sample.Value))])]);
        return this;
    }

    public ObjectiveOutcome Evaluate(Measure measure, double? until = null) =>
        new Evaluator(timeline, Rules).Evaluate(measure, answers, until is { } minute ? (long)(minute * Minute) : timeline.End);

    /// <summary>Bad over total, at most 1 %.</summary>
    public ObjectiveOutcome Share(bool good = false, string? stable = null) => Evaluate(new Measure("errors", MeasureForm.Share)
    {
        Query = "bad",
        Whole = "total",
        IsGood = good,
        Max = 0.01,
        Stable = stable,
        StableWhole = stable is null ? null : "stable total",
    });

    private static string Text(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNaN(value) ? "NaN" : value.ToString("R", CultureInfo.InvariantCulture);
}
