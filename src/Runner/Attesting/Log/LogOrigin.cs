using System.Text.RegularExpressions;

namespace Gates.Runner.Attesting.Log;

/// <summary>What a repository's log is called: its host and path, however the clone reaches it.</summary>
internal static partial class LogOrigin
{
    /// <summary>Without scheme, user, port and <c>.git</c>, in lower case: hosts do not tell cases apart.</summary>
    /// <param name="url">A remote's address, or a path.</param>
    public static string Of(string url)
    {
        var uri = url.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed : null;
        var (host, path) = uri is { IsFile: false } ? (uri.Host, uri.AbsolutePath)
            : uri is null && ScpLike().Match(url) is { Success: true } match ? (match.Groups["host"].Value, match.Groups["path"].Value)
            : ("localhost", Path.GetFileName(Path.TrimEndingDirectorySeparator(uri?.LocalPath ?? url)));
        var name = path.Trim('/');
        return Other().Replace($"{host}/{(name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name)}".ToLowerInvariant(), "-");
    }

    /// <summary>An address without what may be a password in it.</summary>
    public static string Shown(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0 ? url.Replace(uri.UserInfo + "@", "", StringComparison.Ordinal) : url;

    [GeneratedRegex("^(?:[^@/:]+@)?(?<host>[^/:]+):(?<path>.+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ScpLike();

    [GeneratedRegex("[^a-z0-9._/-]", RegexOptions.NonBacktracking)]
    private static partial Regex Other();
}
