using System.Text;
using System.Text.RegularExpressions;
using Gates.Doors.Git.Private;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Git.Remotes;

/// <summary>Builds the address that git connects to from what a person or a configuration wrote, or refuses it.</summary>
/// <param name="variables">Reads an environment variable.</param>
/// <param name="token">The job's token; only the job's own server gets it.</param>
internal sealed partial class GitTransport(Func<string, string?> variables, string? token)
{
    private const string DefaultServer = "https://github.com";

    /// <value>What git runs credential helpers with.</value>
    private const string Shell = "/bin/sh";

    private bool IsJob => JobVariables.IsJob(variables);

    private string Server => JobVariables.Server(variables) ?? DefaultServer;

    /// <summary>The repository's own remote. In a job that is the repository that the job is of, whatever the configuration says.</summary>
    /// <exception cref="EvaluationException">It is not where git may connect to.</exception>
    public GitRemote Configured(string url, GitConfiguration configuration, string folder)
    {
        if (!IsJob || JobVariables.Repository(variables) is not { } name || !OwnerAndName().IsMatch(name))
        {
            return To(url, configuration, folder);
        }

        var built = $"{Server}/{name}";
        return Names(url, new Uri(built))
            ? To(url.EndsWith(".git", StringComparison.Ordinal) ? built + ".git" : built, configuration, folder)
            : throw Refused(url, $"the job is of {name} on {Server}");
    }

    /// <summary>An address that a person gave.</summary>
    /// <param name="url">The address, or a path.</param>
    /// <param name="configuration">May hold the login that actions/checkout leaves for the job's server.</param>
    /// <param name="folder">What a path is relative to.</param>
    /// <exception cref="EvaluationException">It is not where git may connect to.</exception>
    public GitRemote To(string url, GitConfiguration? configuration, string folder)
    {
        if (url.Length == 0 || url[0] == '-' || url.Any(char.IsControl) || url.Contains("::", StringComparison.Ordinal))
        {
            throw Refused(url, "it is no address of a repository");
        }

        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && url.Contains("://", StringComparison.Ordinal))
        {
            return uri.Scheme switch
            {
                "https" or "http" => Web(url, uri, configuration),
                "file" when uri.Host.Length == 0 => Local(url, uri.LocalPath),
                "ssh" => Ssh(url, uri.UserInfo, uri.Host, uri.Port, uri.AbsolutePath),
                _ => throw Refused(url, $"{uri.Scheme} is none of https, ssh and file"),
            };
        }

        return ScpLike().Match(url) is { Success: true } scp
            ? Ssh(url, scp.Groups["user"].Value, scp.Groups["host"].Value, -1, scp.Groups["path"].Value)
            : Local(url, Path.GetFullPath(url, folder));
    }

    private GitRemote Web(string url, Uri uri, GitConfiguration? configuration)
    {
        var isServer = Origin(uri) == Origin(new Uri(Server));
        if (uri.Scheme == "http" && !uri.IsLoopback && !(IsJob && isServer))
        {
            throw Refused(url, "http sends everything unencrypted; https is needed");
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw Refused(url, "it holds a name, a password or a query; it must be a plain address");
        }

        var environment = new NetworkVariables(variables).Of(uri);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [$"protocol.{uri.Scheme}.allow"] = "always",
            ["http.sslVerify"] = "true",
            ["http.proxyAuthMethod"] = "basic",
            ["http.emptyAuth"] = "false",

            // Bytes a second, and for how many seconds a server may be slower than that.
            ["http.lowSpeedLimit"] = "10",
            ["http.lowSpeedTime"] = "60",
        };
        if (Login(uri, isServer, configuration) is var (user, password))
        {
            var socket = GitLogins.Hold(uri, user, password);
            if (File.Exists(Shell))
            {
                settings["credential.helper"] = $"cache --socket '{socket}'";
            }
            else
            {
                environment = new Dictionary<string, string>(environment.Concat(LoginQuestion.Variables(socket)), StringComparer.Ordinal);
            }
        }

        return new GitRemote(url, Origin(uri) + uri.AbsolutePath, settings, environment);
    }

    /// <summary>The job's token, else what actions/checkout left in the configuration for exactly this server.</summary>
    private (string User, string Password)? Login(Uri uri, bool isServer, GitConfiguration? configuration)
    {
        if (!string.IsNullOrEmpty(token) && isServer)
        {
            return ("x-access-token", token);
        }

        var left = IsJob && !isServer ? null : configuration?.Named("http", "extraheader")
            .LastOrDefault(one => Uri.TryCreate(one.Name, UriKind.Absolute, out var scope) && scope.AbsolutePath == "/" && Origin(scope) == Origin(uri)).Value;
        if (LoginHeader().Match(left ?? "") is not { Success: true } header)
        {
            return null;
        }

        var bytes = new byte[header.Groups["login"].Length];
        var login = Convert.TryFromBase64String(header.Groups["login"].Value, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        return login.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && !login.Any(char.IsControl) ? (login[..colon], login[(colon + 1)..]) : null;
    }

    private GitRemote Local(string url, string path)
    {
        if (IsJob)
        {
            throw Refused(url, "a job's remote is on its server, not on this machine");
        }

        var folder = GitFolder.OfPath(path);
        var mirror = PrivateGitFolder.From(folder);
        return new GitRemote(
            url,
            "file://" + mirror.Path,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["protocol.file.allow"] = "always" },
            Nothing)
        { Local = folder };
    }

    private GitRemote Ssh(string url, string user, string host, int port, string path)
    {
        if (IsJob)
        {
            throw Refused(url, "in a job git connects over https only");
        }

        if (!HostName().IsMatch(host) || (user.Length > 0 && !UserName().IsMatch(user)) || path.TrimStart('/').StartsWith('-'))
        {
            throw Refused(url, "its host, user or path is none that ssh could be given safely");
        }

        var ssh = ProgramFinder.Find("ssh") is { } program && !program.Contains('\'', StringComparison.Ordinal)
            ? program
            : throw new EvaluationException($"the remote {url} needs ssh, which is not installed");
        var login = user.Length > 0 ? $"{user}@{host}" : host;
        var address = url.Contains("://", StringComparison.Ordinal)
            ? FormattableString.Invariant($"ssh://{login}{(port > 0 ? $":{port}" : "")}{path}")
            : $"{login}:{path}";
        var environment = new Dictionary<string, string>(
            StringComparer.Ordinal)
        {
            ["GIT_SSH_COMMAND"] = $"'{ssh}' -oBatchMode=yes -oConnectTimeout=60 -oPermitLocalCommand=no -oClearAllForwardings=yes",
            ["GIT_SSH_VARIANT"] = "ssh"
        };
        if (variables("SSH_AUTH_SOCK") is { } agent && agent.StartsWith('/'))
        {
            environment["SSH_AUTH_SOCK"] = agent;
        }

        return new GitRemote(url, address, new Dictionary<string, string>(StringComparer.Ordinal) { ["protocol.ssh.allow"] = "always" }, environment);
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether an address in any form is that of a repository on the job's server.</summary>
    private static bool Names(string url, Uri repository)
    {
        var isWeb = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        var found = Gates.Formats.Foundation.Text.RemoteAddress.From(url);
        return string.Equals(found.Path, repository.AbsolutePath.Trim('/'), StringComparison.OrdinalIgnoreCase)
            && (isWeb ? Origin(uri!) == Origin(repository) : string.Equals(found.Host, repository.Host, StringComparison.OrdinalIgnoreCase));
    }

    private static string Origin(Uri uri) => uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private static EvaluationException Refused(string url, string reason) =>
        new($"gates does not connect to the remote {WithoutLogin().Replace(url, "$1")}: {reason}");

    [GeneratedRegex("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex OwnerAndName();

    [GeneratedRegex("^(?:(?<user>[^@/:]+)@)?(?<host>[^/:]+):(?<path>.+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ScpLike();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9.-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex HostName();

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9._-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex UserName();

    [GeneratedRegex("^authorization: basic (?<login>[A-Za-z0-9+/=]+)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LoginHeader();

    [GeneratedRegex("^([a-z+]+://)[^/@]*@", RegexOptions.NonBacktracking)]
    private static partial Regex WithoutLogin();
}
