using System.Globalization;
using System.Text.Json;
using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Pipeline.Facts.Prometheus;

/// <summary>
/// What a Prometheus says. Whatever is no whole answer of finite numbers is an error: a policy that compares "not a number" finds nothing too large.
/// </summary>
internal sealed class PrometheusFacts : IContextFacts, IReachesOut
{
    public const string Kind = "prometheus";

    private const int MaxBytes = 16 << 20;
    private const int MaxSeries = 2_000;

    private readonly IReadOnlyList<MetricQuery> queries;
    private readonly GateServices? services;
    private byte[]? written;

    /// <param name="queries">As <see cref="MetricQuery.Read"/> takes them.</param>
    /// <param name="services">Opens the server; <see langword="null"/> where none may be asked.</param>
    /// <exception cref="UsageException">Two have one name.</exception>
    public PrometheusFacts(IReadOnlyList<string> queries, GateServices? services)
    {
        this.queries = [.. queries.Select(MetricQuery.Read)];
        this.services = services;
        if (this.queries.GroupBy(query => query.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UsageException($"facts.{Kind}: `name`: \"{twice.Key}\" stands twice; give each query its own");
        }
    }

    public string Answers => "what Prometheus says";

    public int Count => queries.Count;

    public string Unit => "query";

    public async Task WriteAsync(GateContext context, Utf8JsonWriter facts, CancellationToken cancellationToken)
    {
        // Asked once: the base is judged by the same numbers, which no commit changes.
        written ??= await ReadAsync(context, cancellationToken);
        facts.WriteRawValue(written, skipInputValidation: true);
    }

    private async Task<byte[]> ReadAsync(GateContext context, CancellationToken cancellationToken)
    {
        if (services is null)
        {
            throw new EvaluationException("`prometheus` facts could not be had: no server is asked here");
        }

        try
        {
            using var client = new PrometheusFromEnvironment(services.Variables, services.Http, services.Time).Open(context.Rules);
            return await AskAsync(client, services.Time.GetUtcNow(), cancellationToken);
        }
        catch (EvaluationException e)
        {
            throw new EvaluationException($"`prometheus` facts could not be had: {e.Message}", e);
        }
    }

    private async Task<byte[]> AskAsync(PrometheusClient client, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using var facts = new Utf8JsonWriter(buffer);
        facts.WriteStartArray();
        foreach (var query in queries)
        {
            var reply = query.Range > TimeSpan.Zero
                ? await client.QueryRangeAsync(query.Query, now - query.Range, now, query.Pace, cancellationToken)
                : await client.QueryAsync(query.Query, now, cancellationToken);
            Check(query, reply);
            Write(facts, query, now, reply);
            await facts.FlushAsync(cancellationToken);
            if (buffer.Length > MaxBytes)
            {
                throw new EvaluationException($"{query.Name}: the answers are more than {MaxBytes >> 20} MiB; sum the series, or use a longer `step`");
            }
        }

        facts.WriteEndArray();
        await facts.FlushAsync(cancellationToken);
        return buffer.ToArray();
    }

    private static void Check(MetricQuery query, PrometheusReply reply)
    {
        var fault = reply.Missing is [var missing, ..] ? $"a part of the data is missing from the answer: {missing}"
            : reply.Series.Count == 0 && !query.Optional ? "nothing answers. Correct the query, or write `optional: true` where that is right"
            : reply.Series.Count > MaxSeries ? FormattableString.Invariant($"{reply.Series.Count} series answer, more than {MaxSeries}; sum them")
            : reply.Series.FirstOrDefault(series => series.IsHistogram) is { } histogram
                ? $"{Say(histogram)} is a native histogram, which is no number; ask for histogram_quantile of it"
            : reply.Series.FirstOrDefault(series => series.Values.Any(value => Number(value) is null)) is { } odd
                ? $"{Say(odd)} is {odd.Values.First(value => Number(value) is null)} at a time, which no limit can be held against; divide by what is never 0"
            : null;
        if (fault is not null)
        {
            throw new EvaluationException($"{query.Name}: {fault}");
        }
    }

    private static string Say(PrometheusSeries series) => Escape.Cut(Escape.OneLine(series.ToString()), 300);

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static void Write(Utf8JsonWriter facts, MetricQuery query, DateTimeOffset now, PrometheusReply reply)
    {
        facts.WriteStartObject();
        facts.WriteString("name", query.Name);
        facts.WriteString("query", query.Query);
        facts.WriteString("time", Time(now));
        facts.WriteStartArray("series");
        foreach (var series in reply.Series)
        {
            facts.WriteStartObject();
            facts.WriteStartObject("labels");
            foreach (var (name, value) in series.Labels.OrderBy(label => label.Key, StringComparer.Ordinal))
            {
                facts.WriteString(name, value);
            }

            facts.WriteEndObject();
            facts.WriteStartArray("samples");
            foreach (var (time, value) in series.Times.Zip(series.Values))
            {
                facts.WriteStartObject();
                facts.WriteString("time", Time(DateTimeOffset.FromUnixTimeMilliseconds(time)));
                facts.WriteNumber("value", Number(value)!.Value);
                facts.WriteEndObject();
            }

            facts.WriteEndArray();
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
        facts.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
