using System.Globalization;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>Asks a Prometheus everything that the objectives need, from the start to one moment.</summary>
internal sealed class AnswerCollector(PrometheusClient client, IReadOnlyList<Objective> objectives, Timeline timeline, Rules rules, TimeSpan rateWindow)
{
    private readonly MetricNames metrics = new(client, timeline);

    public async Task<CollectedSeries> CollectAsync(long until, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var buckets = new BucketBounds(client, timeline);
        var measures = new List<Measure>();
        foreach (var objective in objectives)
        {
            var measure = objective.Kind == ObjectiveKind.Quantile
                ? QuantileQueries.Of(objective, await buckets.ReadAsync(objective, until, cancellationToken), Range(rateWindow))
                : Plain(objective);
            measures.Add(measure with { Decides = objective.Severity == Severity.Error });
        }

        foreach (var measure in measures)
        {
            if (measure.Form == MeasureForm.Increase)
            {
                answers[measure.Query] = await RawAsync(measure.Query, until, cancellationToken);
            }
            else
            {
                await AddAsync(answers, [measure.Query, measure.Whole, measure.Stable, measure.StableWhole], until, cancellationToken);
            }
        }

        await AddAsync(answers, [rules.Requests, rules.Up], until, cancellationToken);
        for (var i = 0; i < measures.Count; i++)
        {
            if (CountsFailures(measures[i]) && answers[measures[i].Query].IsEmpty)
            {
                measures[i] = measures[i] with { Unheard = await metrics.FindUnheardAsync(measures[i].Query, until, cancellationToken) };
            }
        }

        return new CollectedSeries(measures, answers, until);
    }

    /// <summary>Where nothing at all reads as "no failure".</summary>
    private static bool CountsFailures(Measure measure) => measure.Form == MeasureForm.Increase || measure is { Form: MeasureForm.Share, IsGood: false };

    internal static string Range(TimeSpan window) => string.Create(CultureInfo.InvariantCulture, $"{(long)window.TotalSeconds}s");

    private static Measure Plain(Objective objective) => (objective.Kind, objective.Options) switch
    {
        (ObjectiveKind.Counter, var one) => new Measure(one.Name, MeasureForm.Increase) { Query = one.Counter, Max = objective.Max },
        (ObjectiveKind.Value, var one) =>
            new Measure(one.Name, MeasureForm.Value) { Query = one.Query, Max = objective.Max, Min = objective.Min, Stable = Text(one.StableQuery) },
        (_, var one) => new Measure(one.Name, MeasureForm.Share)
        {
            Query = one.Good.Length > 0 ? one.Good : one.Bad,
            IsGood = one.Good.Length > 0,
            Whole = one.Total,
            Max = objective.Max ?? 1 - objective.Min,
            Stable = Text(one.StableBad),
            StableWhole = Text(one.StableTotal),
        },
    };

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private async Task AddAsync(Dictionary<string, Answer> answers, IEnumerable<string?> queries, long until, CancellationToken cancellationToken)
    {
        foreach (var query in queries.Where(query => !string.IsNullOrEmpty(query) && !answers.ContainsKey(query)).Distinct(StringComparer.Ordinal))
        {
            var series = await client.QueryRangeAsync(
                query!,
                At(timeline.Start),
                At(Math.Min(until, timeline.End)),
                TimeSpan.FromMilliseconds(timeline.Step),
                cancellationToken);
            answers[query!] = Single(query!, series);
        }
    }

    private async Task<Answer> RawAsync(string selector, long until, CancellationToken cancellationToken)
    {
        var end = Math.Min(until, timeline.End);
        var range = TimeSpan.FromMilliseconds(end - timeline.Start + CounterIncrease.Before);
        var series = await client.QueryAsync($"{selector}[{Range(range)}]", At(end), cancellationToken);
        return new Answer(selector, [.. series.Select(one => Keep(selector, one))]);
    }

    /// <summary>A sum over several series would be the gate's guess of what was meant, and taking one of them would hide the others.</summary>
    private static Answer Single(string query, IReadOnlyList<PrometheusSeries> series) => series.Count <= 1
        ? new Answer(query, [.. series.Select(one => Keep(query, one))])
        : throw new EvaluationException($"the query {query} gives {series.Count} series, among them {series[0]} and {series[1]}; one is needed, for example with sum(…)");

    private static AnswerSeries Keep(string query, PrometheusSeries series) => series.IsHistogram
        ? throw new EvaluationException($"the query {query} gives native histograms, which are no numbers; wrap it in histogram_quantile(…), or in histogram_fraction(…) for a share")
        : new AnswerSeries(series.Times, series.Values);

    private static DateTimeOffset At(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time);
}

/// <summary>What Prometheus said until one moment.</summary>
/// <param name="Measures">How each objective was asked for.</param>
/// <param name="Answers">By query.</param>
/// <param name="Until">The moment, in milliseconds since 1970.</param>
internal sealed record CollectedSeries(IReadOnlyList<Measure> Measures, IReadOnlyDictionary<string, Answer> Answers, long Until);
