using System.Security.Cryptography.X509Certificates;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Prometheus;

/// <summary>Reads the credentials and certificates that options name, and remembers what must appear nowhere.</summary>
/// <param name="tree">Where relative files stand.</param>
/// <param name="variables">Reads an environment variable; empty counts as unset.</param>
internal sealed class PrometheusSecrets(ISourceTree tree, Func<string, string?> variables)
{
    private const int MaxFileLength = 1 << 20;

    private readonly List<string> known = [];

    /// <value>What was read, and may not be printed.</value>
    public IReadOnlyList<string> Known => known;

    /// <exception cref="EvaluationException">It is not there, or no credential.</exception>
    public string Variable(string name, string option) => Remember(Token(variables(name) ?? "", option, name));

    /// <summary>The same of what is no secret, such as a user's name.</summary>
    public string Open(string name, string option) => Token(variables(name) ?? "", option, name);

    /// <summary>The same of one that may be missing.</summary>
    public string? Optional(string name, string option) => string.IsNullOrWhiteSpace(variables(name)) ? null : Variable(name, option);

    /// <exception cref="EvaluationException">It is not there, or no credential.</exception>
    public string File(string path, string option) => Remember(Token(Read(path, option), option, path));

    /// <exception cref="EvaluationException">It holds no certificate.</exception>
    public X509Certificate2Collection Authorities(string path)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(Read(path, "ca-file"));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Said below, together with a file that has none.
        }

        return authorities.Count > 0 ? authorities : throw new EvaluationException($"`prometheus.ca-file`: {path} holds no PEM certificate");
    }

    /// <summary>This side's certificate with its key, and those above it.</summary>
    /// <exception cref="EvaluationException">They are not there, or do not fit.</exception>
    public X509Certificate2Collection Identity(PrometheusOptions options)
    {
        var chain = Read(options.CertFile, "cert-file");
        var (from, key) = options.KeyEnv.Length > 0 ? (options.KeyEnv, variables(options.KeyEnv) ?? "") : (options.KeyFile, Read(options.KeyFile, "key-file"));
        try
        {
            var all = new X509Certificate2Collection();
            all.ImportFromPem(chain);
            all[0].Dispose();
            all[0] = X509Certificate2.CreateFromPem(chain, key);
            return all;
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or ArgumentException)
        {
            // Its own message may quote what it read.
            throw new EvaluationException(
                $"`prometheus.cert-file`: {options.CertFile} and {from} are not a PEM certificate and its key, which has no password");
        }
    }

    private string Remember(string secret)
    {
        known.Add(secret);
        return secret;
    }

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

    private string Read(string path, string option)
    {
        try
        {
            using var stream = Path.IsPathRooted(path) ? System.IO.File.OpenRead(path) : tree.Open(path);
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
}
