namespace Gates.Doors.GitHub.Api;

/// <summary>GitHub's rate limit holds for longer than the client waits.</summary>
internal sealed class RateLimitException(string message) : GitHubException(message)
{
    /// <value>When GitHub will answer again, as it says; <see langword="null"/> when it does not say.</value>
    public DateTimeOffset? Until { get; init; }
}
