using Gates.Formats.Settings;

namespace Gates.Doors.Prometheus;

/// <summary>Which Prometheus to ask, and as whom. Credentials are only ever named, never written.</summary>
internal class PrometheusOptions
{
    [Option("The server's address, with its path prefix when it has one; https, or http on this machine.", Required = true)]
    public string Url { get; set; } = "";

    [Option("The environment variable that holds a bearer token.")]
    public string TokenEnv { get; set; } = "";

    [Option("The file that holds a bearer token: absolute, or relative to the repository.")]
    public string TokenFile { get; set; } = "";

    [Option("The environment variable that holds the user's name for basic authentication.")]
    public string UserEnv { get; set; } = "";

    [Option("The environment variable that holds the password for basic authentication.")]
    public string PasswordEnv { get; set; } = "";

    [Option("A token from a token server, by client credentials (RFC 6749, section 4.4).")]
    public Oauth2Options Oauth2 { get; set; } = new();

    [Option("Requests are signed as Amazon's services want it (Signature Version 4).")]
    public Sigv4Options Sigv4 { get; set; } = new();

    [Option("Headers that go with every request, such as X-Scope-OrgID: shop. Nothing secret stands here.")]
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Option("The same for secret values: the name of the environment variable that holds each.")]
    public IReadOnlyDictionary<string, string> HeadersEnv { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Option("A PEM file with the authorities that may have signed the server's certificate, instead of the system's.")]
    public string CaFile { get; set; } = "";

    [Option("A PEM file with the certificate, and those above it, that this side shows (mutual TLS).")]
    public string CertFile { get; set; } = "";

    [Option("The PEM file that holds the key of `cert-file`: absolute, or relative to the repository.")]
    public string KeyFile { get; set; } = "";

    [Option("The environment variable that holds the PEM key of `cert-file`.")]
    public string KeyEnv { get; set; } = "";

    [Option("How long one request may take.", Min = 1, Max = 300)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>A further server.</summary>
internal sealed class ServerOptions : PrometheusOptions
{
    [Option("How objectives name it.", Required = true)]
    public string Name { get; set; } = "";
}

/// <summary>Where a token is had for a client's own credentials.</summary>
internal sealed class Oauth2Options
{
    [Option("The token server's address; https, or http on this machine. Empty: no OAuth 2.")]
    public string TokenUrl { get; set; } = "";

    [Option("The client's id.")]
    public string ClientId { get; set; } = "";

    [Option("The environment variable that holds the client's secret.")]
    public string ClientSecretEnv { get; set; } = "";

    [Option("The scopes to ask for.")]
    public IReadOnlyList<string> Scopes { get; set; } = [];

    [Option("The audience to ask for, where the token server wants one.")]
    public string Audience { get; set; } = "";
}

/// <summary>As whom requests are signed for Amazon.</summary>
internal sealed class Sigv4Options
{
    [Option("The region, such as eu-central-1. Empty: nothing is signed.")]
    public string Region { get; set; } = "";

    [Option("The service; aps is Amazon's managed Prometheus.")]
    public string Service { get; set; } = "aps";

    [Option("The environment variable that holds the id of the access key.")]
    public string AccessKeyEnv { get; set; } = "AWS_ACCESS_KEY_ID";

    [Option("The environment variable that holds the secret access key.")]
    public string SecretKeyEnv { get; set; } = "AWS_SECRET_ACCESS_KEY";

    [Option("The environment variable that holds the session token of temporary keys; it may be empty.")]
    public string SessionTokenEnv { get; set; } = "AWS_SESSION_TOKEN";
}
