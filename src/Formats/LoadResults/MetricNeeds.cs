namespace Gates.Formats.LoadResults;

/// <summary>Which metrics somebody will ask for, so that files with millions of points are read once and only these are kept.</summary>
/// <param name="Wanted">Metrics and sub-metrics with what will be asked of them.</param>
/// <param name="Declared">Whether the thresholds that the file itself declares will be evaluated.</param>
internal sealed record MetricNeeds(IReadOnlyCollection<(MetricName Name, Aggregation Aggregation)> Wanted, bool Declared)
{
    /// <value>What says whether two runs can be compared, always read; their samples are not kept.</value>
    public static IReadOnlyList<string> Context { get; } = ["iterations", "iteration_duration", "dropped_iterations", "http_reqs"];

    public IEnumerable<MetricName> Names => Wanted.Select(one => one.Name).Distinct();

    /// <summary>The kind that what is asked of a metric implies; <see langword="null"/> when that leaves a choice.</summary>
    public MetricKind? ImpliedKind(string metric) =>
        Wanted.Where(one => one.Name.Metric == metric).Select(one => one.Aggregation.OnlyKind).Distinct().ToList() is [{ } kind] ? kind : null;
}
