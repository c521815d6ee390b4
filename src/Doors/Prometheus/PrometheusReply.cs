namespace Gates.Doors.Prometheus;

/// <summary>What a Prometheus said to one query.</summary>
/// <param name="Series">None when there is no such series.</param>
internal sealed record PrometheusReply(IReadOnlyList<PrometheusSeries> Series)
{
    /// <value>Why a part of the data is missing from it, as stores behind Thanos or a remote read say; empty for a whole answer.</value>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <value>What Prometheus thinks of the query itself.</value>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
