namespace Gates.Doors.Kubernetes;

/// <summary>How patient the door is, and how much it takes.</summary>
internal sealed record KubernetesLimits
{
    /// <value>For one attempt, its answer included.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>How long one question waits in all where the server asks to come back later.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <value>Of one answer, in bytes.</value>
    public int MaxAnswer { get; init; } = 32 << 20;

    /// <value>Of a log, in bytes.</value>
    public int MaxLog { get; init; } = 1 << 20;

    /// <value>How many objects one answer lists.</value>
    public int PageSize { get; init; } = 500;

    /// <value>How many such answers one list may have.</value>
    public int MaxPages { get; init; } = 100;
}
