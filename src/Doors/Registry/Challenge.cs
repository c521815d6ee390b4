using System.Text.RegularExpressions;

namespace Gates.Doors.Registry;

/// <summary>One way to log in that a <c>WWW-Authenticate</c> header offers.</summary>
/// <param name="Scheme">In lower case, for example <c>bearer</c>.</param>
/// <param name="Parameters">By their names in lower case.</param>
internal sealed partial record Challenge(string Scheme, IReadOnlyDictionary<string, string> Parameters)
{
    private const int MaxHeader = 8_192;

    /// <param name="headers">The headers' values; one may offer several ways.</param>
    public static IReadOnlyList<Challenge> Parse(IEnumerable<string> headers)
    {
        var found = new List<Challenge>();
        foreach (var header in headers.Where(header => header.Length <= MaxHeader))
        {
            Dictionary<string, string>? parameters = null;
            foreach (Match part in Part().Matches(header))
            {
                if (part.Groups["scheme"] is { Success: true } scheme)
                {
                    parameters = new Dictionary<string, string>(StringComparer.Ordinal);
                    found.Add(new Challenge(scheme.Value.ToLowerInvariant(), parameters));
                }
                else
                {
                    var value = part.Groups["quoted"] is { Success: true } quoted ? Escaped().Replace(quoted.Value, "$1") : part.Groups["token"].Value;
                    parameters?.TryAdd(part.Groups["name"].Value.ToLowerInvariant(), value);
                }
            }
        }

        return found;
    }

    [GeneratedRegex(
        """(?<name>[A-Za-z0-9_-]+)\s*=\s*("(?<quoted>([^"\\]|\\.)*)"|(?<token>[^\s,"]+))|(?<scheme>[A-Za-z][A-Za-z0-9-]*)""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    [GeneratedRegex(@"\\(.)", RegexOptions.NonBacktracking)]
    private static partial Regex Escaped();
}
