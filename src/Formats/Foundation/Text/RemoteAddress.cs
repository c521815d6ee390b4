using System.Text.RegularExpressions;

namespace Gates.Formats.Foundation.Text;

/// <summary>Where a repository is, without what may be a password: neither scheme, user and port nor <c>.git</c>.</summary>
/// <param name="Host">The server; <c>localhost</c> for a folder of this machine.</param>
/// <param name="Path">The repository's path there, such as <c>acme/app</c>; of a folder its name alone.</param>
internal sealed partial record RemoteAddress(string Host, string Path)
{
    /// <param name="url">A remote's address in any form that git takes, or a path.</param>
    public static RemoteAddress From(string url)
    {
        var uri = url.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed : null;
        var (host, path) = uri is { IsFile: false } ? (uri.Host, uri.AbsolutePath)
            : uri is null && ScpLike().Match(url) is { Success: true } match ? (match.Groups["host"].Value, match.Groups["path"].Value)
            : ("localhost", System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(uri?.LocalPath ?? url)));
        var name = path.Trim('/');
        return new RemoteAddress(host, name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name);
    }

    [GeneratedRegex("^(?:[^@/:]+@)?(?<host>[^/:]+):(?<path>.+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ScpLike();
}
