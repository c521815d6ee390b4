namespace Gates.Doors.Registry;

/// <summary>How patient the client is, and how much it takes.</summary>
internal sealed record RegistryLimits
{
    /// <value>For one attempt, its body included.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>How long one question is repeated, and the longest wait that a registry may ask for.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <value>The first delay; the next ones double.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <value>How often one question is asked.</value>
    public int MaxAttempts { get; init; } = 4;

    /// <value>Of one manifest or list, in bytes: as much as registries take.</value>
    public int MaxManifest { get; init; } = 4 << 20;

    /// <value>Of one configuration, in bytes.</value>
    public int MaxBlob { get; init; } = 8 << 20;

    /// <value>Of what a token server answers, in bytes.</value>
    public int MaxToken { get; init; } = 256 << 10;

    /// <value>Pages of one list.</value>
    public int MaxPages { get; init; } = 20;
}
