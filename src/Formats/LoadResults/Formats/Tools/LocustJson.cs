using System.Globalization;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>Locust's <c>--json</c>: a list of requests, each with how often each response time was seen, in milliseconds as Locust rounds them.</summary>
internal sealed class LocustJson : ILoadFormat
{
    private const int MaxSamples = 20_000_000;

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (input.JsonList is not { } list || list.GetArrayLength() == 0 || !new ToolJson(list[0], input.Path).Has("response_times"))
        {
            return null;
        }

        var entries = new ToolJson(list, input.Path, "").Items().Select(Entry.Read).ToList();
        var all = new Entry(
            null,
            entries.Sum(one => one.Requests),
            entries.Sum(one => one.Failures),
            [.. entries.SelectMany(one => one.Times)],
            entries.Min(one => one.Start),
            entries.Max(one => one.End));
        if (all.Times.Sum(time => time.Count) > MaxSamples)
        {
            throw new EvaluationException(string.Create(
                CultureInfo.InvariantCulture,
                $"{input.Path}: has more than {MaxSamples:N0} response times; give the CSV instead"));
        }

        var metrics = entries.Prepend(all).SelectMany(entry => Metrics(entry, input.Path));
        return ToolMetrics.Run(input.Path, "Locust statistics (JSON)", metrics) with
        {
            HasSamples = true,
            Seconds = all.End > all.Start ? all.End - all.Start : null,
        };
    }

    private static IEnumerable<LoadMetric> Metrics(Entry entry, string path)
    {
        MetricName Name(string metric) => entry.Name is null ? MetricName.Parse(metric) : ToolMetrics.Tagged(metric, "name", entry.Name, path);
        if (entry.Times.Sum(time => time.Count) > 0)
        {
            var times = entry.Times.SelectMany(time => Enumerable.Repeat(time.Value, (int)time.Count));
            yield return ToolMetrics.Samples(Name(ToolMetrics.Latency), path, times, isCounted: true);
        }

        var seconds = entry.End - entry.Start;
        yield return ToolMetrics.Counter(Name(ToolMetrics.Requests), entry.Requests, seconds > 0 ? entry.Requests / seconds : null);
        yield return ToolMetrics.Share(Name(ToolMetrics.Failed), entry.Failures, entry.Requests);
    }

    private sealed record Entry(string? Name, double Requests, double Failures, IReadOnlyList<(double Value, double Count)> Times, double Start, double End)
    {
        public static Entry Read(ToolJson entry)
        {
            var times = entry.At("response_times").Members().Select(one => (Time(one.Key, one.Value), Count(one.Value))).ToList();
            return new Entry(
                entry.Text("name"),
                entry.Number("num_requests"),
                entry.Number("num_failures"),
                times,
                entry.Number("start_time"),
                entry.Number("last_request_timestamp"));
        }

        private static double Time(string key, ToolJson place) =>
            double.TryParse(key, NumberStyles.Float, CultureInfo.InvariantCulture, out var time) && time >= 0 ? time : throw place.Wrong("a response time");

        private static double Count(ToolJson place) => place.Number() is >= 0 and <= MaxSamples and var count ? count : throw place.Wrong("a count");
    }
}
