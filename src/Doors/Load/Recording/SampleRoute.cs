using System.Text.Json;

namespace Gates.Doors.Load.Recording;

/// <summary>Where samples with certain tags go, found once for each set of tags.</summary>
internal sealed class SampleRoute
{
    private static readonly string[] OfRequests =
    [
        "http_reqs", "http_req_duration", "http_req_blocked", "http_req_connecting", "http_req_tls_handshaking", "http_req_sending", "http_req_waiting",
        "http_req_receiving", Gates.Formats.LoadPlans.DriverMetrics.Intended, "http_req_failed",
    ];

    private readonly (string Metric, MetricSink[] Sinks)[] targets;

    private SampleRoute(SinkTable table, IReadOnlyDictionary<string, string> tags, IReadOnlyList<string> metrics)
    {
        targets = [.. metrics.Select(metric => (metric, table.Matching(metric, tags)))];
        Tags = Json(tags);
    }

    /// <value>The tags as a JSON object.</value>
    public byte[] Tags { get; }

    public static SampleRoute Request(SinkTable table, IReadOnlyDictionary<string, string> tags) => new(table, tags, OfRequests);

    public static SampleRoute Of(SinkTable table, IReadOnlyDictionary<string, string> tags, params IReadOnlyList<string> metrics) => new(table, tags, metrics);

    public void Add(in RequestSample sample, PointWriter? points, DateTimeOffset time)
    {
        ReadOnlySpan<double> all =
        [
            1, sample.Duration, sample.Blocked, sample.Connecting, sample.Handshaking, 0, sample.Waiting, sample.Receiving, sample.Intended,
            sample.IsExpected ? 0 : 1,
        ];
        for (var number = 0; number < all.Length; number++)
        {
            Add(number, all[number], points, time);
        }
    }

    public void Add(int number, double value, PointWriter? points, DateTimeOffset time)
    {
        var (metric, sinks) = targets[number];
        foreach (var sink in sinks)
        {
            sink.Add(value);
        }

        points?.Write(metric, value, time, Tags);
    }

    private static byte[] Json(IReadOnlyDictionary<string, string> tags)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (key, value) in tags.Where(tag => tag.Value.Length > 0).OrderBy(tag => tag.Key, StringComparer.Ordinal))
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
