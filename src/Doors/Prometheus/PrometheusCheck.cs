using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Prometheus;

/// <summary>Says what options contradict each other, before anything is read or asked.</summary>
internal static class PrometheusCheck
{
    /// <summary>Headers that are the door's own.</summary>
    private static readonly HashSet<string> Own = new(
        ["authorization", "content-length", "content-type", "connection", "host", "transfer-encoding", "user-agent", "x-amz-date", "x-amz-security-token"],
        StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UsageException">The options contradict each other, or the address would send a credential in the clear.</exception>
    public static void Of(PrometheusOptions options)
    {
        List<string> credentials =
        [
            .. new[] { options.TokenEnv, options.TokenFile, options.UserEnv, options.Oauth2.TokenUrl, options.Sigv4.Region }.Where(one => one.Length > 0)
        ];
        if (credentials.Count > 1)
        {
            throw new UsageException(
                "`prometheus`: has several credentials; keep one of `token-env`, `token-file`, `user-env` with `password-env`, `oauth2`, and `sigv4`");
        }

        Pairs(options);
        Headers(options);
        var isSecret = credentials.Count > 0 || options.HeadersEnv.Count > 0;
        Address(options.Url, "url", "https://prometheus.example.org", isSecret);
        if (options.Oauth2.TokenUrl.Length > 0)
        {
            Address(options.Oauth2.TokenUrl, "oauth2.token-url", "https://login.example.org/oauth2/token", isSecret: true);
        }
    }

    private static void Pairs(PrometheusOptions options)
    {
        if (options.UserEnv.Length > 0 != options.PasswordEnv.Length > 0)
        {
            throw new UsageException("`prometheus`: `user-env` and `password-env` go together");
        }

        var (oauth, hasServer) = (options.Oauth2, options.Oauth2.TokenUrl.Length > 0);
        if (oauth.ClientId.Length > 0 != hasServer || oauth.ClientSecretEnv.Length > 0 != hasServer)
        {
            throw new UsageException("`prometheus.oauth2`: `token-url`, `client-id` and `client-secret-env` go together");
        }

        if (options.CertFile.Length > 0 != options.KeyFile.Length + options.KeyEnv.Length > 0 || (options.KeyFile.Length > 0 && options.KeyEnv.Length > 0))
        {
            throw new UsageException("`prometheus`: `cert-file` goes with either `key-file` or `key-env`");
        }
    }

    private static void Headers(PrometheusOptions options)
    {
        foreach (var name in options.Headers.Keys.Concat(options.HeadersEnv.Keys))
        {
            if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') || Own.Contains(name))
            {
                throw new UsageException(
                    $"`prometheus.headers`: \"{Escape.OneLine(name)}\" is no header to set; credentials have their own keys, such as `token-env`");
            }
        }

        if (options.Headers.Keys.FirstOrDefault(name => options.HeadersEnv.Keys.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } twice)
        {
            throw new UsageException($"`prometheus`: {twice} stands under `headers` and `headers-env`; keep one");
        }

        if (options.Headers.FirstOrDefault(header => header.Value.Any(letter => letter is < ' ' or > '~')) is { Key: { } odd })
        {
            throw new UsageException($"`prometheus.headers`: {odd} holds a character that no header has");
        }
    }

    private static void Address(string text, string key, string example, bool isSecret)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme is not ("https" or "http")
            || url is not { UserInfo: "", Query: "", Fragment: "" })
        {
            throw new UsageException(
                $"`prometheus.{key}`: \"{Escape.OneLine(WithoutUser(text))}\" is not an address such as {example}; a user or token never stands in it");
        }

        if (url.Scheme == "http" && !url.IsLoopback && isSecret)
        {
            throw new UsageException($"`prometheus.{key}`: {url.Authority} is asked over http, where everybody on the way can read the credential; use https");
        }
    }

    private static string WithoutUser(string url) => url.LastIndexOf('@') is var at and >= 0 ? "***" + url[at..] : url;
}
