namespace Gates.Doors.Prometheus;

/// <summary>How patient the client is, and how much it takes.</summary>
internal sealed record PrometheusLimits
{
    /// <value>For one attempt, its body included.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>How long one question is repeated while the server is down, not yet ready, or asked too often.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <value>The first delay; the next ones double, and none is shorter than the server asks for.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <value>Of one answer, in bytes.</value>
    public int MaximumAnswer { get; init; } = 32 << 20;
}
