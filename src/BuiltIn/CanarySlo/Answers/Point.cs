namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>An objective at one moment.</summary>
/// <param name="Time">In milliseconds since 1970.</param>
/// <param name="State">What is known.</param>
/// <param name="Value">The share, value or increase; <see langword="null"/> without data.</param>
internal sealed record Point(long Time, PointState State, double? Value = null)
{
    /// <value>Bad requests a second; only for shares.</value>
    public double Bad { get; init; }

    /// <value>Requests a second; only for shares.</value>
    public double Total { get; init; }

    /// <value>The stable version's value at the same moment, when it is asked for.</value>
    public double? Stable { get; init; }

    /// <value>What the value must not exceed here.</value>
    public double? Limit { get; init; }
}
