using System.Globalization;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>Asks a Prometheus everything that the objectives need, from the start to one moment.</summary>
internal sealed class AnswerCollector(PrometheusClient client, IReadOnlyList<Objective> objectives, Timeline timeline, Rules rules, TimeSpan rateWindow)
{
    private readonly ScrapeIntervals scrapes = new(client, timeline);
    private readonly MetricNames metrics = new(client, timeline);

    /// <value>The name of the server that is asked; empty for the one under <c>prometheus</c>.</value>
    public string Server { get; init; } = "";

    public async Task<CollectedSeries> CollectAsync(long until, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var buckets = new BucketBounds(client, timeline);
        var measures = new List<Measure>();
        foreach (var objective in objectives)
        {
            var measure = objective.Kind != ObjectiveKind.Quantile ? Plain(objective)
                : await buckets.ReadAsync(objective, until, cancellationToken) is { } bounds ? QuantileQueries.Of(objective, bounds, Range(rateWindow))
                : QuantileQueries.OfNative(objective, Range(rateWindow));
            measures.Add(measure with { Decides = objective.Severity == Severity.Error, Server = Text(Server), Compare = Compared(objective, measure) });
        }

        foreach (var measure in measures)
        {
            string?[] queries = [measure.Query, measure.Whole, measure.Stable, measure.StableWhole];
            if (measure.Form == MeasureForm.Increase || measure.Raw is true)
            {
                await AddRawAsync(answers, queries, until, cancellationToken);
            }
            else
            {
                await AddAsync(answers, queries, until, cancellationToken);
            }
        }

        await AddAsync(answers, [rules.Requests, rules.Up], until, cancellationToken);
        for (var i = 0; i < measures.Count; i++)
        {
            measures[i] = await AboutAsync(measures[i], answers, until, cancellationToken);
        }

        return new CollectedSeries(measures, answers, until) { Server = Server };
    }

    /// <summary>Points share data when they are nearer than the longest range; without one, samples are taken for a minute apart.</summary>
    private CompareRule? Compared(Objective objective, Measure measure)
    {
        var rule = objective.Options.Compare;
        var range = PromText.Ranges(measure.Query).Select(one => one.Seconds).DefaultIfEmpty(60).Max();
        return rule.Then == "off" ? null : new CompareRule(rule.Then, rule.By, rule.Confidence, Math.Max(timeline.Step, (long)(range * 1000)));
    }

    /// <summary>What a reader must know of the answers themselves.</summary>
    private async Task<Measure> AboutAsync(Measure measure, Dictionary<string, Answer> answers, long until, CancellationToken cancellationToken)
    {
        List<Answer> own =
        [
            .. new[] { measure.Query, measure.Whole, measure.Stable, measure.StableWhole, rules.Requests, rules.Up }
                .Where(query => !string.IsNullOrEmpty(query)).Distinct(StringComparer.Ordinal).Select(query => answers[query!])
        ];
        return measure with
        {
            Unheard = CountsFailures(measure) && answers[measure.Query].IsEmpty
                ? await metrics.FindUnheardAsync(measure.Query, until, cancellationToken)
                : null,
            Missing = NotEmpty(own.SelectMany(answer => answer.Missing)),
            Remarks = NotEmpty(own.SelectMany(answer => answer.Remarks)),
            ShortRange = until >= timeline.End
                ? await scrapes.FindAsync([measure.Query, measure.Whole, rules.Requests], until, cancellationToken)
                : null,
        };
    }

    private static List<string>? NotEmpty(IEnumerable<string> texts) =>
        texts.Distinct(StringComparer.Ordinal).Take(3).ToList() is { Count: > 0 } some ? some : null;

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
            Raw = one.Raw ? true : null,
        },
    };

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private async Task AddAsync(Dictionary<string, Answer> answers, IEnumerable<string?> queries, long until, CancellationToken cancellationToken)
    {
        foreach (var query in queries.Where(query => !string.IsNullOrEmpty(query) && !answers.ContainsKey(query)).Distinct(StringComparer.Ordinal))
        {
            var reply = await client.QueryRangeAsync(
                query!,
                At(timeline.Start),
                At(Math.Min(until, timeline.End)),
                TimeSpan.FromMilliseconds(timeline.Step),
                cancellationToken);
            answers[query!] = Single(query!, reply);
        }
    }

    private async Task AddRawAsync(Dictionary<string, Answer> answers, IEnumerable<string?> selectors, long until, CancellationToken cancellationToken)
    {
        var end = Math.Min(until, timeline.End);
        var range = Range(TimeSpan.FromMilliseconds(end - timeline.Start + CounterIncrease.Before));
        foreach (var selector in selectors.Where(selector => selector is not null && !answers.ContainsKey(selector)).Distinct(StringComparer.Ordinal))
        {
            var reply = await client.QueryAsync($"{selector}[{range}]", At(end), cancellationToken);
            answers[selector!] = Whole(selector!, reply);
        }
    }

    /// <summary>A sum over several series would be the gate's guess of what was meant, and taking one of them would hide the others.</summary>
    private static Answer Single(string query, PrometheusReply reply) => reply.Series.Count <= 1
        ? Whole(query, reply)
        : throw new EvaluationException($"the query {query} gives {reply.Series.Count} series, among them {reply.Series[0]} and {reply.Series[1]}; one is needed, for example with sum(…)");

    private static Answer Whole(string query, PrometheusReply reply) =>
        new(query, [.. reply.Series.Select(one => Keep(query, one))]) { Missing = reply.Missing, Remarks = reply.Remarks };

    private static AnswerSeries Keep(string query, PrometheusSeries series) => series.IsHistogram
        ? throw new EvaluationException($"the query {query} gives native histograms, which are no numbers; wrap it in histogram_quantile(…), or in histogram_fraction(…) for a share")
        : new AnswerSeries(series.Times, series.Values);

    private static DateTimeOffset At(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time);
}

/// <summary>What Prometheus said until one moment.</summary>
/// <param name="Measures">How each objective was asked for.</param>
/// <param name="Answers">By query.</param>
/// <param name="Until">The moment, in milliseconds since 1970.</param>
internal sealed record CollectedSeries(IReadOnlyList<Measure> Measures, IReadOnlyDictionary<string, Answer> Answers, long Until)
{
    /// <value>The name of the server that said it; empty for the one under <c>prometheus</c>.</value>
    public string Server { get; init; } = "";
}
