using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Doors.Prometheus;

namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>Finds out how often what a query asks for is scraped, and whether its ranges are long enough for that.</summary>
internal sealed class ScrapeIntervals(PrometheusClient client, Timeline timeline)
{
    /// <summary>Samples are counted over so long, in seconds.</summary>
    private const int Counted = 300;

    /// <summary>A rate needs two samples, and one lost scrape must leave them.</summary>
    private const int Enough = 4;

    private readonly Dictionary<string, double?> known = new(StringComparer.Ordinal);

    /// <summary>The first range that holds fewer than four scrapes; <see langword="null"/> for none, or where the series are too young to tell.</summary>
    public async Task<ShortRange?> FindAsync(IEnumerable<string?> queries, long until, CancellationToken cancellationToken)
    {
        foreach (var (selector, range, seconds) in queries.Where(query => query is not null).SelectMany(query => PromText.Ranges(query!)))
        {
            if (!known.TryGetValue(selector, out var scrape))
            {
                known[selector] = scrape = await ReadAsync(selector, until, cancellationToken);
            }

            if (scrape is { } every && Math.Round(seconds / every) < Enough)
            {
                return new ShortRange(range, seconds, Math.Round(every));
            }
        }

        return null;
    }

    private async Task<double?> ReadAsync(string selector, long until, CancellationToken cancellationToken)
    {
        var end = Math.Min(until, timeline.End);
        if (end - timeline.Start < Counted * 1000)
        {
            return null;
        }

        var reply = await client.QueryRangeAsync(
            $"max(count_over_time({selector}[{Counted}s]))",
            DateTimeOffset.FromUnixTimeMilliseconds(timeline.Start + (Counted * 1000)),
            DateTimeOffset.FromUnixTimeMilliseconds(end),
            TimeSpan.FromSeconds(Counted),
            cancellationToken);
        var most = reply.Series.SelectMany(series => series.Values).Select(Answer.Number).DefaultIfEmpty(0).Max();
        return most >= 2 ? Counted / most : null;
    }
}
