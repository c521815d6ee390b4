namespace Gates.Formats.LoadResults;

/// <summary>One run of a load test, as one file tells it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">What it is, for people, such as <c>k6 summary export</c>.</param>
internal sealed record LoadRun(string Path, string Format)
{
    /// <value>No test has more thresholds; a file that does is made to exhaust whoever judges it.</value>
    public const int MaxThresholds = 2_000;

    public IReadOnlyDictionary<MetricName, LoadMetric> Metrics { get; init; } = new Dictionary<MetricName, LoadMetric>();

    /// <value>Metrics that the file holds points of, and that were not asked for or are of a kind that it does not tell.</value>
    public IReadOnlyCollection<string> Unread { get; init; } = [];

    /// <value>What the test declared; <see langword="null"/> when this format cannot say.</value>
    public IReadOnlyList<DeclaredThreshold>? Declared { get; init; }

    /// <value>Sub-metrics that have thresholds which the file does not hold: k6 writes their names alone among its points.</value>
    public IReadOnlyList<MetricName> Undisclosed { get; init; } = [];

    /// <value>Whether the file holds samples rather than numbers made from them.</value>
    public bool HasSamples { get; init; }

    /// <value>How long the run took; <see langword="null"/> when the file does not say.</value>
    public double? Seconds { get; init; }

    /// <value>The tool's version; <see langword="null"/> when the file does not say.</value>
    public string? ToolVersion { get; init; }

    /// <value>SHA-256 of the script, in hexadecimal; the script itself is never kept.</value>
    public string? ScriptDigest { get; init; }

    /// <value>The names of the scenarios, or executors, that ran; empty when the file does not say.</value>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <value>Why this may not be a whole, sound run; empty when nothing speaks against it.</value>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>A metric's number, or <see langword="null"/>.</summary>
    public double? Get(string metric, AggregationMethod method) =>
        Metrics.GetValueOrDefault(MetricName.Parse(metric))?.Get(new Aggregation(method));

    /// <summary>Whether nothing was measured. A counter of 0 is a measurement: nothing happened.</summary>
    public bool IsEmpty(LoadMetric metric)
    {
        if (metric.Count is { } count)
        {
            return count == 0 && metric.Kind != MetricKind.Counter;
        }

        // k6 writes 0 for every number of a trend without samples, and without its count that is the only sign.
        return metric.Kind == MetricKind.Trend && metric.Values.Values.All(value => value == 0)
            && !(metric.Name.Tags.Count == 0
                && metric.Name.Metric.StartsWith("http_req_", StringComparison.Ordinal)
                && Get("http_reqs", AggregationMethod.Count) > 0);
    }
}
