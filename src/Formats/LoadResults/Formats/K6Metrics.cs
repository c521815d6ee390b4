namespace Gates.Formats.LoadResults.Formats;

/// <summary>What is known of k6's own metrics, for files that name them and no more.</summary>
internal static class K6Metrics
{
    private static readonly string[] Counters = [
        "data_received",
        "data_sent",
        "dropped_iterations",
        "http_reqs",
        "iterations",
        "ws_msgs_received",
        "ws_msgs_sent",
        "ws_sessions"
    ];
    private static readonly string[] Trends = ["grpc_req_duration", "group_duration", "iteration_duration", "ws_connecting", "ws_ping", "ws_session_duration"];

    /// <summary>The kind of one of k6's own metrics, and whether it is measured in milliseconds.</summary>
    public static (MetricKind? Kind, bool IsTime)? Find(string metric) =>
        metric is "checks" or "http_req_failed" or "browser_http_req_failed" ? (MetricKind.Rate, false)
        : metric is "vus" or "vus_max" ? (MetricKind.Gauge, false)
        : Counters.Contains(metric, StringComparer.Ordinal) ? (MetricKind.Counter, false)
        : Trends.Contains(metric, StringComparer.Ordinal) || metric.StartsWith("http_req_", StringComparison.Ordinal) ? (MetricKind.Trend, true)
        : null;
}
