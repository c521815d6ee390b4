using System.Text.RegularExpressions;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Remotes;

/// <summary>The proxy and the certificates that git is told about: from variables with well-known names, and only what can be nothing else.</summary>
/// <param name="variables">Reads an environment variable.</param>
internal sealed partial class NetworkVariables(Func<string, string?> variables)
{
    /// <summary>What git gets to reach an address.</summary>
    /// <exception cref="EvaluationException">A variable does not hold what its name says.</exception>
    public IReadOnlyDictionary<string, string> Of(Uri address)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var isEncrypted = address.Scheme == "https";

        // A program behind a web server may be sent HTTP_PROXY as a header; curl too reads that one in lower case only.
        if (First(isEncrypted ? ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] : ["http_proxy", "all_proxy", "ALL_PROXY"]) is var (name, proxy))
        {
            found[isEncrypted
                ? "https_proxy"
                : "http_proxy"] = ProxyAddress().IsMatch(proxy)
                    ? proxy
                    : throw new EvaluationException($"{name} is no proxy's address; it must look like http://proxy.example.com:3128");
        }

        if (First(["no_proxy", "NO_PROXY"]) is var (except, hosts))
        {
            found["no_proxy"] = HostList().IsMatch(hosts)
                ? hosts
                : throw new EvaluationException($"{except} is no list of hosts; it must look like localhost,.example.com");
        }

        if (isEncrypted && First(["GIT_SSL_CAINFO", "SSL_CERT_FILE"]) is var (bundle, file))
        {
            found["GIT_SSL_CAINFO"] = Trusted(bundle, file, File.Exists);
        }

        if (isEncrypted && First(["GIT_SSL_CAPATH", "SSL_CERT_DIR"]) is var (store, folder))
        {
            found["GIT_SSL_CAPATH"] = Trusted(store, folder, Directory.Exists);
        }

        return found;
    }

    private (string Name, string Value)? First(string[] names) =>
        names.Select(name => (Name: name, Value: variables(name) ?? "")).FirstOrDefault(one => one.Value.Length > 0) is { Name: not null } one ? one : null;

    private static string Trusted(string name, string path, Func<string, bool> exists) =>
        !path.StartsWith('/') || path.Any(char.IsControl) || !exists(path)
            ? throw new EvaluationException($"{name}: {path} is not there, or no absolute path; it must name certificates outside the workspace")
        : ProgramFinder.IsDistrusted(path) ? throw new EvaluationException($"{name}: {path} is inside the workspace, whose certificates are not trusted")
        : path;

    [GeneratedRegex(
        @"^((https?|socks4a?|socks5h?)://)?([^@/\s\\]*@)?([A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?/?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ProxyAddress();

    [GeneratedRegex(@"^[A-Za-z0-9.*:/\[\]_, -]+$", RegexOptions.NonBacktracking)]
    private static partial Regex HostList();
}
