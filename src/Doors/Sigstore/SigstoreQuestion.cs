namespace Gates.Doors.Sigstore;

/// <summary>One request to a service.</summary>
/// <param name="Service">How to name who is asked.</param>
/// <param name="Address">Where.</param>
internal sealed record SigstoreQuestion(string Service, Uri Address)
{
    /// <value>What is posted; <see langword="null"/> asks with GET.</value>
    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    public string Accept { get; init; } = "application/json";

    /// <value>Shown to this address alone.</value>
    public string? Bearer { get; init; }

    /// <value>What no message may hold, should the service send it back.</value>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}
