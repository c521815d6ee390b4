using System.Text.RegularExpressions;

namespace Support.GitHubEmulator;

/// <summary>A request that the emulator knows.</summary>
internal sealed class Route
{
    private readonly Regex path;

    /// <param name="request">As GitHub documents it: <c>GET /repos/{owner}/{repo}/pulls</c>.</param>
    /// <param name="permission">What the token needs.</param>
    /// <param name="handle">Answers.</param>
    public Route(string request, string permission, Func<Call, Answer> handle)
    {
        (Request, Permission, Handle) = (request, permission, handle);
        Method = request.Split(' ')[0];
        var pattern = Regex.Replace(request.Split(' ')[1], @"\{(path|ref)\}$", "(?<$1>.+)");
        path = new Regex($"^{Regex.Replace(pattern, @"\{(\w+)\}", "(?<$1>[^/]+)")}$");
    }

    public string Request { get; }

    public string Permission { get; }

    public string Method { get; }

    public Func<Call, Answer> Handle { get; }

    /// <value>Whether it changes something.</value>
    public bool IsWrite => Permission.EndsWith(": write", StringComparison.Ordinal);

    public Dictionary<string, string>? Match(string method, string address)
    {
        if (method != Method || path.Match(address) is not { Success: true } match)
        {
            return null;
        }

        return match.Groups
            .Cast<Group>()
            .Where(group => !char.IsDigit(group.Name[0]))
            .ToDictionary(group => group.Name, group => Uri.UnescapeDataString(group.Value), StringComparer.Ordinal);
    }
}
