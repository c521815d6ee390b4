using System.Net;
using System.Text;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Docker;

/// <summary>Where a Docker Engine listens: a socket of this machine, a port of it, or in TLS a port of another.</summary>
/// <param name="Text">As messages name it.</param>
/// <param name="Socket">The socket's path; <see langword="null"/> for a port.</param>
/// <param name="Endpoint">What requests are addressed to.</param>
internal sealed record DockerAddress(string Text, string? Socket, Uri Endpoint)
{
    public const string Default = "unix:///var/run/docker.sock";

    private const string Unix = "unix://";
    private const int TlsPort = 2376;
    private const int MaxSocketBytes = 107;

    /// <value>With which certificates it is spoken to; <see langword="null"/> without TLS.</value>
    public DockerTls? Tls { get; private init; }

    /// <param name="text">As in <c>DOCKER_HOST</c>; empty for <see cref="Default"/>.</param>
    /// <param name="tls">With which certificates a port is spoken to; <see langword="null"/> without TLS.</param>
    /// <exception cref="UsageException">Nothing that is spoken here; the message says what is.</exception>
    public static DockerAddress Parse(string text, DockerTls? tls = null)
    {
        if (text.Length == 0)
        {
            return Parse(Default);
        }

        if (text.StartsWith(Unix, StringComparison.Ordinal))
        {
            var path = text[Unix.Length..];
            return path.StartsWith('/') && !path.Any(char.IsControl) && Encoding.UTF8.GetByteCount(path) <= MaxSocketBytes
                ? new DockerAddress(Escape.OneLine(text), path, new Uri("http://localhost/"))
                : throw Refusal(text, $"a socket is named by its absolute path, of at most {MaxSocketBytes} bytes");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("tcp" or "http" or "https") || (url.Scheme == "https" && tls is null))
        {
            throw Refusal(text, Uri.TryCreate(text, UriKind.Absolute, out url) ? Advice(url.Scheme) : "it is no address");
        }

        if (url is not { UserInfo: "", Query: "", Fragment: "", AbsolutePath: "/" or "" } || (url.Port <= 0 && tls is null))
        {
            throw Refusal(text, "behind the host stands its port, and nothing else");
        }

        if (tls is not null)
        {
            var port = url.Port <= 0 || url.IsDefaultPort ? TlsPort : url.Port;
            return new DockerAddress($"{url.Scheme}://{url.Host}:{port}", null, new UriBuilder("https", url.Host, port).Uri) { Tls = tls };
        }

        return IsLoopback(url)
            ? new DockerAddress(url.Scheme + "://" + url.Authority, null, new UriBuilder("http", url.Host, url.Port).Uri)
            : throw Refusal(text, "whoever reaches such a port without TLS is root of its machine; " + Advice("https"));
    }

    private static bool IsLoopback(Uri url) =>
        url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string Advice(string scheme) => scheme switch
    {
        "ssh" or "https" =>
            "an engine elsewhere is spoken to in TLS alone (DOCKER_TLS_VERIFY=1, and its certificates in DOCKER_CERT_PATH); or bring its socket here with "
                + "`ssh -L /tmp/docker.sock:/var/run/docker.sock HOST`, and name unix:///tmp/docker.sock",
        "npipe" => "named pipes are Windows'; name a socket of Linux",
        _ => $"\"{Escape.Cut(Escape.OneLine(scheme), 20)}\" is not spoken",
    };

    private static UsageException Refusal(string text, string why) =>
        new($"the Docker address \"{Escape.Cut(Escape.OneLine(text), 120)}\" cannot be used: {why}; right would be {Default} or tcp://127.0.0.1:2375");
}
