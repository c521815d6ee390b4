using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Prometheus;

/// <summary>Where a Prometheus is, as whom to ask it, and whom to believe that it is the one.</summary>
internal sealed class PrometheusEndpoint
{
    private readonly IReadOnlyList<string> secrets;

    private PrometheusEndpoint(Uri url, IReadOnlyList<string> secrets)
    {
        Url = url;
        this.secrets = secrets;
    }

    /// <value>Ends in a slash.</value>
    public Uri Url { get; }

    /// <value>A credential that stays the same; <see langword="null"/> for none, or one that is made for each request.</value>
    public AuthenticationHeaderValue? Authorization { get; private init; }

    /// <value>Who gives tokens; <see langword="null"/> for nobody.</value>
    public Oauth2Client? Oauth2 { get; private init; }

    /// <value>How requests are signed; <see langword="null"/> for not at all.</value>
    public AwsSignature? Signature { get; private init; }

    /// <value>Further headers of every request.</value>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private init; } = [];

    /// <value>Those that may have signed the server's certificate; <see langword="null"/> for the system's.</value>
    public X509Certificate2Collection? Authorities { get; private init; }

    /// <value>What this side shows: its certificate with the key, then those above it; <see langword="null"/> for nothing.</value>
    public X509Certificate2Collection? Identity { get; private init; }

    /// <value>Whether it is asked as somebody.</value>
    public bool HasCredential => Authorization is not null || Oauth2 is not null || Signature is not null;

    /// <param name="options">Which server; <see cref="PrometheusCheck"/> has passed.</param>
    /// <param name="tree">Where relative files stand.</param>
    /// <param name="variables">Reads an environment variable; empty counts as unset.</param>
    /// <exception cref="EvaluationException">A credential or a certificate that the options name is not there.</exception>
    public static PrometheusEndpoint Open(PrometheusOptions options, ISourceTree tree, Func<string, string?> variables)
    {
        var named = new PrometheusSecrets(tree, variables);
        var (authorization, encoded) = Constant(options, named);
        IReadOnlyList<KeyValuePair<string, string>> headers =
        [
            .. options.Headers,
            .. options.HeadersEnv.Select(header => KeyValuePair.Create(header.Key, named.Variable(header.Value, "headers-env")))
        ];
        var oauth = options.Oauth2.TokenUrl.Length == 0 ? null : new Oauth2Client(
            new Uri(options.Oauth2.TokenUrl),
            options.Oauth2.ClientId,
            named.Variable(options.Oauth2.ClientSecretEnv, "oauth2.client-secret-env"),
            options.Oauth2.Scopes,
            options.Oauth2.Audience);
        var signature = options.Sigv4.Region.Length == 0 ? null : Signed(options.Sigv4, named);
        var authorities = options.CaFile.Length == 0 ? null : named.Authorities(options.CaFile);
        var identity = options.CertFile.Length == 0 ? null : named.Identity(options);
        return new PrometheusEndpoint(new Uri(options.Url.EndsWith('/') ? options.Url : options.Url + "/"), [.. encoded, .. named.Known])
        {
            Authorization = authorization,
            Oauth2 = oauth,
            Signature = signature,
            Headers = headers,
            Authorities = authorities,
            Identity = identity,
        };
    }

    /// <summary>Somebody else's text on one line, cut, without a credential in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">A secret that was had since.</param>
    public string Safe(string text, string? token = null) => Escape.Cut(
        Escape.OneLine(secrets.Append(token ?? "").Where(secret => secret.Length > 0)
            .Aggregate(text, (all, secret) => all.Replace(secret, "***", StringComparison.Ordinal))),
        300);

    private static (AuthenticationHeaderValue? Header, string[] Encoded) Constant(PrometheusOptions options, PrometheusSecrets secrets)
    {
        if (options.UserEnv.Length > 0)
        {
            var pair = $"{secrets.Open(options.UserEnv, "user-env")}:{secrets.Variable(options.PasswordEnv, "password-env")}";
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));
            return (new AuthenticationHeaderValue("Basic", encoded), [encoded]);
        }

        var token = options.TokenEnv.Length > 0 ? secrets.Variable(options.TokenEnv, "token-env")
            : options.TokenFile.Length > 0 ? secrets.File(options.TokenFile, "token-file")
            : null;
        return (token is null ? null : new AuthenticationHeaderValue("Bearer", token), []);
    }

    private static AwsSignature Signed(Sigv4Options options, PrometheusSecrets secrets) => new(
        options.Region,
        options.Service,
        secrets.Variable(options.AccessKeyEnv, "sigv4.access-key-env"),
        secrets.Variable(options.SecretKeyEnv, "sigv4.secret-key-env"),
        secrets.Optional(options.SessionTokenEnv, "sigv4.session-token-env"));
}
