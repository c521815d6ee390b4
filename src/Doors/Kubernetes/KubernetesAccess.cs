using System.Security.Cryptography.X509Certificates;

namespace Gates.Doors.Kubernetes;

/// <summary>Where a cluster's API is, as whom to ask it, and whom to believe that it is the one.</summary>
internal sealed record KubernetesAccess
{
    /// <value>The API server's address.</value>
    public required Uri Server { get; init; }

    /// <value>Those that may have signed the server's certificate; <see langword="null"/> for the system's.</value>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <value>The name that the certificate must have instead of the address'; empty for that.</value>
    public string ServerName { get; init; } = "";

    /// <value>Whether any certificate is believed.</value>
    public bool IsInsecure { get; init; }

    /// <value>Gives the bearer token for one request; <see langword="null"/> without one. Asked each time, because tokens rotate.</value>
    public Func<CancellationToken, Task<string>>? Token { get; init; }

    /// <value>The user's certificate and its key, in PEM; <see langword="null"/> without one.</value>
    public (string Certificate, string Key)? Client { get; init; }

    /// <value>Where its user works, when nothing else is said.</value>
    public string Namespace { get; init; } = "default";
}
