using System.Net;

namespace Gates.Doors.Registry;

/// <summary>Where a registry is.</summary>
/// <param name="Domain">As image names have it, for example <c>docker.io</c>.</param>
/// <param name="Address">Scheme, host and port.</param>
internal sealed record RegistryHost(string Domain, Uri Address)
{
    private const string DockerHub = "docker.io";

    public bool IsDockerHub => Domain == DockerHub;

    /// <param name="domain">A valid host, perhaps with a port.</param>
    /// <param name="plain">The registries that are spoken to without encryption, beside those of this machine.</param>
    public static RegistryHost Of(string domain, IReadOnlySet<string> plain)
    {
        var host = domain == DockerHub ? "registry-1.docker.io" : domain;
        var https = new Uri($"https://{host}/");
        return new RegistryHost(domain, IsLoopback(https) || plain.Contains(domain) ? new Uri($"http://{host}/") : https);
    }

    /// <summary>Whether a token server, or a place that a blob is fetched from, may be spoken to: over https, or as the registry itself is.</summary>
    public bool Trusts(Uri other) =>
        other.IsAbsoluteUri && other.UserInfo.Length == 0
        && (other.Scheme == Uri.UriSchemeHttps
            || (other.Scheme == Uri.UriSchemeHttp
                && Address.Scheme == Uri.UriSchemeHttp && (IsLoopback(Address) ? IsLoopback(other) : other.Host == Address.Host)))
        && (!IsLoopback(other) || IsLoopback(Address));

    /// <summary>
    /// Whether a token server may get the registry's login: it is the registry's own host, or stands beside or above it in its domain, as
    /// <c>auth.docker.io</c> beside <c>registry-1.docker.io</c> and <c>gitlab.com</c> above <c>registry.gitlab.com</c>.
    /// </summary>
    public bool SharesLoginWith(Uri server)
    {
        if (string.Equals(server.Host, Address.Host, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var parent = Address.Host[(Address.Host.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return Address.HostNameType == UriHostNameType.Dns && parent.Contains('.', StringComparison.Ordinal)
            && (string.Equals(server.Host, parent, StringComparison.OrdinalIgnoreCase)
                || server.Host.EndsWith("." + parent, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsLoopback(Uri uri) =>
        uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
