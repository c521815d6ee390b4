namespace Support.GitHubEmulator;

/// <summary>Something to go wrong with the next requests that it is about.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Times">How often.</param>
/// <param name="Request">The beginning of <c>METHOD /path</c>, the path's parameters as in GitHub's documentation; all requests when empty.</param>
internal sealed record Fault(FaultKind Kind, int Times = 1, string Request = "")
{
    /// <value>Until when it goes wrong, however often; <see langword="null"/> counts <see cref="Times"/>.</value>
    public DateTimeOffset? Until { get; init; }
}
