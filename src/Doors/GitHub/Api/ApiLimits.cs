namespace Gates.Doors.GitHub.Api;

/// <summary>How patient the client is.</summary>
internal sealed record ApiLimits
{
    /// <value>For one attempt, its body included.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>After the first attempt. With the growing delay these outlast a minute of bad answers.</value>
    public int Retries { get; init; } = 6;

    /// <value>The first delay; the next ones double. Without jitter, whose luck could leave a minute of bad answers too long.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <value>No delay without a reason from GitHub is longer.</value>
    public TimeSpan MaximumDelay { get; init; } = TimeSpan.FromSeconds(25);

    /// <value>The longest wait for a rate limit to pass; a longer one ends the request with a <see cref="RateLimitException"/>.</value>
    public TimeSpan MaximumRateLimitWait { get; init; } = TimeSpan.FromMinutes(3);

    /// <value>Pages of 100 that a list may have; what lies beyond is not read, and the list says so.</value>
    public int MaximumPages { get; init; } = 30;

    /// <value>Of one answer, in bytes.</value>
    public long MaximumAnswer { get; init; } = 64 * 1024 * 1024;

    /// <value>Of all answers that are kept for conditional requests, in bytes.</value>
    public long MaximumCache { get; init; } = 32 * 1024 * 1024;
}
