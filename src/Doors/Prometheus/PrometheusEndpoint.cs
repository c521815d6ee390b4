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
    private const int MaxFileLength = 1 << 20;

    private readonly IReadOnlyList<string> secrets;

    private PrometheusEndpoint(Uri url, AuthenticationHeaderValue? authorization, IReadOnlyList<string> secrets, X509Certificate2Collection? authorities)
    {
        Url = url;
        Authorization = authorization;
        Authorities = authorities;
        this.secrets = secrets;
    }

    /// <value>Ends in a slash.</value>
    public Uri Url { get; }

    public AuthenticationHeaderValue? Authorization { get; }

    /// <value>Those that may have signed the server's certificate; <see langword="null"/> for the system's.</value>
    public X509Certificate2Collection? Authorities { get; }

    /// <exception cref="UsageException">The options contradict each other, or the address would send a credential in the clear.</exception>
    public static void Check(PrometheusOptions options)
    {
        var token = options.TokenEnv.Length > 0 || options.TokenFile.Length > 0;
        if ((options.TokenEnv.Length > 0 && options.TokenFile.Length > 0) || (token && options.UserEnv.Length > 0))
        {
            throw new UsageException("`prometheus`: has several credentials; keep one of `token-env`, `token-file`, and `user-env` with `password-env`");
        }

        if (options.UserEnv.Length > 0 != options.PasswordEnv.Length > 0)
        {
            throw new UsageException("`prometheus`: `user-env` and `password-env` go together");
        }

        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url)
            || url.Scheme is not ("https" or "http")
            || url is not { UserInfo: "", Query: "", Fragment: "" })
        {
            throw new UsageException($"`prometheus.url`: \"{Escape.OneLine(WithoutUser(options.Url))}\" is not an address such as https://prometheus.example.org; a user or token never stands in it");
        }

        if (url.Scheme == "http" && !url.IsLoopback && (token || options.UserEnv.Length > 0))
        {
            throw new UsageException($"`prometheus.url`: {url.Authority} is asked over http, where everybody on the way can read the credential; use https");
        }
    }

    /// <param name="options">Which server; <see cref="Check"/> has passed.</param>
    /// <param name="tree">Where relative files stand.</param>
    /// <param name="variables">Reads an environment variable; empty counts as unset.</param>
    /// <exception cref="EvaluationException">A credential or a certificate that the options name is not there.</exception>
    public static PrometheusEndpoint Open(PrometheusOptions options, ISourceTree tree, Func<string, string?> variables)
    {
        var url = new Uri(options.Url.EndsWith('/') ? options.Url : options.Url + "/");
        var authorities = options.CaFile.Length == 0 ? null : Certificates(options.CaFile, Read(options.CaFile, "ca-file", tree));
        if (options.UserEnv.Length > 0)
        {
            var pair = $"{Variable(options.UserEnv, "user-env", variables)}:{Variable(options.PasswordEnv, "password-env", variables)}";
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));
            return new PrometheusEndpoint(url, new AuthenticationHeaderValue("Basic", encoded), [encoded, pair.Split(':', 2)[1]], authorities);
        }

        var token = options.TokenEnv.Length > 0 ? Variable(options.TokenEnv, "token-env", variables)
            : options.TokenFile.Length > 0 ? Token(Read(options.TokenFile, "token-file", tree), "token-file", options.TokenFile)
            : null;
        return new PrometheusEndpoint(url, token is null ? null : new AuthenticationHeaderValue("Bearer", token), token is null ? [] : [token], authorities);
    }

    /// <summary>Somebody else's text on one line, cut, without a credential in it.</summary>
    public string Safe(string text) =>
        Escape.Cut(Escape.OneLine(secrets.Aggregate(text, (all, secret) => all.Replace(secret, "***", StringComparison.Ordinal))), 300);

    private static string Variable(string name, string option, Func<string, string?> variables) =>
        Token(variables(name) ?? "", option, name);

    private static string Token(string text, string option, string from)
    {
        var token = text.Trim();
        return token.Length == 0
            ? throw new EvaluationException($"`prometheus.{option}`: {from} is empty or not there; give the job its secret under `env`")
            {
                IsMissingInput = true
            }
            : token.Any(character => character is < ' ' or > '~')
                ? throw new EvaluationException($"`prometheus.{option}`: {from} holds a character that no credential has, perhaps a line end")
            : token;
    }

    private static string Read(string path, string option, ISourceTree tree)
    {
        try
        {
            using var stream = Path.IsPathRooted(path) ? File.OpenRead(path) : tree.Open(path);
            using var reader = new StreamReader(stream);
            var text = new char[MaxFileLength];
            return new string(text, 0, reader.ReadBlock(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EvaluationException)
        {
            var why = Path.IsPathRooted(path) || tree.Exists(path) ? "cannot be read" : tree.WhyAbsent(path);
            throw new EvaluationException($"`prometheus.{option}`: {path} {why}") { IsMissingInput = true };
        }
    }

    private static X509Certificate2Collection Certificates(string path, string pem)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(pem);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Said below, together with a file that has none.
        }

        return authorities.Count > 0 ? authorities : throw new EvaluationException($"`prometheus.ca-file`: {path} holds no PEM certificate");
    }

    private static string WithoutUser(string url) => url.LastIndexOf('@') is var at and >= 0 ? "***" + url[at..] : url;
}
