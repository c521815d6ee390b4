namespace Gates.Formats.LoadResults;

/// <summary>k6's kinds of metric; which aggregations a metric has follows from its kind.</summary>
internal enum MetricKind
{
    Counter,
    Gauge,

    /// <summary>A share of events, 0 to 1.</summary>
    Rate,

    /// <summary>Samples, of which percentiles are taken.</summary>
    Trend,
}
