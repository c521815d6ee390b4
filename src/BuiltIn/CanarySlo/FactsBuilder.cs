using System.Globalization;
using System.Text;
using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Evaluation;
using Gates.BuiltIn.CanarySlo.Facts;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.CanarySlo;

/// <summary>Writes down what was seen.</summary>
internal static class FactsBuilder
{
    /// <summary>Samples of all answers that are kept; beyond, only their digests are.</summary>
    private const int MaxSamples = 50_000;

    public static IReadOnlyList<ObjectiveFact> Objectives(IReadOnlyList<Objective> objectives, IReadOnlyList<ObjectiveOutcome> outcomes) =>
        [.. objectives.Zip(outcomes).Select(pair => Of(pair.First, pair.Second))];

    public static IReadOnlyList<AnswerFact> Answers(IReadOnlyList<CollectedSeries> servers)
    {
        var all = servers
            .SelectMany(server => server.Answers.Values.Select(answer => (server.Server, Answer: answer)))
            .OrderBy(one => one.Server, StringComparer.Ordinal)
            .ThenBy(one => one.Answer.Query, StringComparer.Ordinal)
            .ToList();
        var keep = all.Sum(one => Samples(one.Answer)) <= MaxSamples;
        return [.. all.Select(one => new AnswerFact(one.Answer.Query, Digest(one.Answer), Samples(one.Answer), keep ? one.Answer.Series : null)
        {
            Server = one.Server.Length == 0 ? null : one.Server,
            Missing = one.Answer.Missing.Count == 0 ? null : one.Answer.Missing,
        })];
    }

    public static string Time(long time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static ObjectiveFact Of(Objective objective, ObjectiveOutcome outcome) => new(objective.Name, objective.Kind.ToString(), outcome.Measure)
    {
        Quantile = objective.Options.Quantile,
        Max = objective.Max,
        Min = objective.Min,
        Severity = objective.Severity.ToString().ToLowerInvariant(),
        From = objective.From,
        Replaced = objective.Replaced,
        Breach = outcome.Breach is { } breach
            ? new BreachFact(
                Time(breach.Since),
                Time(breach.Confirmed),
                Time(breach.Until),
                Finite(breach.Value),
                breach.Limit,
                breach.Requests,
                breach.Low,
                breach.High)
            { Rule = breach.Rule, Points = breach.Points }
            : null,
        Holds = [.. outcome.Holds.Select(hold => new HoldFact(hold.Reason, Time(hold.Since), Time(hold.Until), hold.MayHideBreach, hold.Requests))],
        Stages = [.. outcome.Stages.Select(stage => stage.Worst is { } worst ? stage with { Worst = Finite(worst) } : stage)],
        Comparison = outcome.Comparison,
        States = string.Concat(outcome.Points.Select(point => Letter(point.State))),
        Values = [.. outcome.Points.Select(point => Digits(point.Value))],
        Stable = outcome.Measure.Stable is null ? null : [.. outcome.Points.Select(point => Digits(point.Stable))],
    };

    /// <summary>To six digits: for eyes, and a third of the room.</summary>
    private static double? Digits(double? value) =>
        value is not { } number || double.IsNaN(number)
            ? null
            : double.Parse(Finite(number).ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>JSON has no infinity, and a quantile above the last bucket is one.</summary>
    private static double Finite(double value) => double.IsFinite(value) ? value : double.MaxValue * Math.Sign(value);

    private static char Letter(PointState state) => state switch
    {
        PointState.Within => '.',
        PointState.Breach => 'X',
        PointState.Shared => 's',
        PointState.NoTraffic => '0',
        PointState.Absent => 'a',
        PointState.Gap => 'g',
        PointState.NotANumber => 'n',
        PointState.BeyondBuckets => 'b',
        PointState.Unheard => 'u',
        _ => 'd',
    };

    private static int Samples(Answer answer) => answer.Series.Sum(series => series.Times.Count);

    private static string Digest(Answer answer)
    {
        var text = new StringBuilder();
        foreach (var series in answer.Series)
        {
            text.Append("series\n");
            foreach (var (time, value) in series.Times.Zip(series.Values))
            {
                text.Append(CultureInfo.InvariantCulture, $"{time} {value}\n");
            }
        }

        return Sha256Hex.Of(text.ToString());
    }
}
