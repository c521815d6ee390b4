using System.Text.RegularExpressions;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Log;

/// <summary>What a repository's log is called: its host and path, however the clone reaches it.</summary>
internal static partial class LogOrigin
{
    /// <summary>Host and path in lower case: hosts do not tell cases apart.</summary>
    /// <param name="url">A remote's address, or a path.</param>
    public static string Of(string url)
    {
        var address = RemoteAddress.From(url);
        return Other().Replace($"{address.Host}/{address.Path}".ToLowerInvariant(), "-");
    }

    /// <summary>An address without what may be a password in it.</summary>
    public static string Shown(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0 ? url.Replace(uri.UserInfo + "@", "", StringComparison.Ordinal) : url;

    [GeneratedRegex("[^a-z0-9._/-]", RegexOptions.NonBacktracking)]
    private static partial Regex Other();
}
