namespace Gates.Doors.Sigstore;

/// <summary>How patient the client is, and how much it takes.</summary>
internal sealed record SigstoreLimits
{
    /// <value>For one attempt, its body included. A log of tiles answers when its next checkpoint is made, which takes seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>How long one question is repeated, and the longest wait that a service may ask for.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <value>The first delay; the next ones double.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <value>How often one question is asked.</value>
    public int MaxAttempts { get; init; } = 4;

    /// <value>Of one answer, in bytes; Rekor v1 sends an entry back with its content.</value>
    public int MaxAnswer { get; init; } = 4 << 20;
}
