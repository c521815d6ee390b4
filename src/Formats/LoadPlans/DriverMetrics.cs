using Gates.Formats.LoadResults;

namespace Gates.Formats.LoadPlans;

/// <summary>The metrics that the driver makes: k6's, under k6's names, and two that k6 does not have.</summary>
internal static class DriverMetrics
{
    /// <value>From the moment at which the request should have been sent, so that a server that stalls cannot hide what it kept waiting.</value>
    public const string Intended = "http_req_duration_intended";

    /// <value>How much later than planned an iteration of an open model began.</value>
    public const string Lag = "iteration_lag";

    private static readonly string[] OfRequests = ["scenario", "group", "name", "method", "status", "url", "proto", "expected_response", "error_code"];
    private static readonly string[] OfIterations = ["scenario"];
    private static readonly string[] OfChecks = ["scenario", "group", "check"];

    public static IReadOnlyList<DriverMetric> All { get; } =
    [
        new("http_reqs", MetricKind.Counter, "default", OfRequests),
        new("http_req_duration", MetricKind.Trend, "time", OfRequests),
        new(Intended, MetricKind.Trend, "time", OfRequests),
        new("http_req_blocked", MetricKind.Trend, "time", OfRequests),
        new("http_req_connecting", MetricKind.Trend, "time", OfRequests),
        new("http_req_tls_handshaking", MetricKind.Trend, "time", OfRequests),
        new("http_req_sending", MetricKind.Trend, "time", OfRequests),
        new("http_req_waiting", MetricKind.Trend, "time", OfRequests),
        new("http_req_receiving", MetricKind.Trend, "time", OfRequests),
        new("http_req_failed", MetricKind.Rate, "default", OfRequests),
        new("checks", MetricKind.Rate, "default", OfChecks),
        new("iterations", MetricKind.Counter, "default", OfIterations),
        new("iteration_duration", MetricKind.Trend, "time", OfIterations),
        new(Lag, MetricKind.Trend, "time", OfIterations),
        new("dropped_iterations", MetricKind.Counter, "default", OfIterations),
        new("group_duration", MetricKind.Trend, "time", ["scenario", "group"]),
        new("data_sent", MetricKind.Counter, "data", []),
        new("data_received", MetricKind.Counter, "data", []),
        new("vus", MetricKind.Gauge, "default", []),
        new("vus_max", MetricKind.Gauge, "default", []),
    ];

    public static DriverMetric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);
}

/// <summary>A metric of the driver.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Contains">k6's word for what its values are.</param>
/// <param name="Tags">The tags of its samples, beside those of the file.</param>
internal sealed record DriverMetric(string Name, MetricKind Kind, string Contains, IReadOnlyList<string> Tags);
