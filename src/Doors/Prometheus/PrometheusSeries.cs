namespace Gates.Doors.Prometheus;

/// <summary>One time series of an answer.</summary>
/// <param name="Labels">By name.</param>
/// <param name="Times">In milliseconds since 1970, ascending.</param>
/// <param name="Values">At those times, as Prometheus wrote them: <c>0.5</c>, <c>NaN</c>, <c>+Inf</c>.</param>
internal sealed record PrometheusSeries(IReadOnlyDictionary<string, string> Labels, IReadOnlyList<long> Times, IReadOnlyList<string> Values)
{
    /// <value>Whether it holds native histograms, which are no numbers.</value>
    public bool IsHistogram { get; init; }

    public override string ToString() =>
        "{" + string.Join(", ", Labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}=\"{label.Value}\"")) + "}";
}
