using System.Text.RegularExpressions;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>Reads from what a step said that it looked for a network, and whom it wanted to reach.</summary>
internal static partial class NetworkTraces
{
    private const int MaxHosts = 10;
    private const int MaxLine = 4_000;

    /// <summary>Whether a line is one of a program that found no network.</summary>
    public static bool IsTrace(string line) => line.Length <= MaxLine && Phrase().IsMatch(line);

    /// <summary>Whom some lines name, without those of them that say nothing of a network.</summary>
    public static IReadOnlyList<string> Hosts(IEnumerable<string> lines)
    {
        var found = new List<string>();
        foreach (var line in lines.Where(IsTrace))
        {
            foreach (Match match in Named().Matches(line))
            {
                Add(found, match.Groups["host"].Value);
            }

            foreach (Match match in Address().Matches(line))
            {
                Add(found, match.Groups["host"].Value);
            }
        }

        return found;
    }

    /// <summary>The hosts of addresses that a command itself names.</summary>
    public static IReadOnlyList<string> InCommand(string text)
    {
        var found = new List<string>();
        foreach (Match match in Address().Matches(text.Length > MaxLine ? text[..MaxLine] : text))
        {
            Add(found, match.Groups["host"].Value);
        }

        return found;
    }

    private static void Add(List<string> found, string host)
    {
        host = host.Trim('.', '[', ']').ToLowerInvariant();
        if (host.Length is > 1 and < 254 && !found.Contains(host, StringComparer.Ordinal) && found.Count < MaxHosts && !IsOurs(host))
        {
            found.Add(host);
        }
    }

    /// <summary>What is reached without a network.</summary>
    private static bool IsOurs(string host) =>
        host is "localhost" or "127.0.0.1" or "::1" or "host" or "address" or "tcp" or "udp" or "error" or "lookup" or "resolve";

    [GeneratedRegex(
        @"could ?n[o']t resolve|can't resolve|unable to resolve|failed to resolve|"
            + @"temporary failure (in name resolution|resolving)|bad address|(unknown|no such) host|"
            + @"unknownhostexception|name or service not known|name does not resolve|nodename nor servname|no address associated with|"
            + @"network (is )?unreachable|no route to host|getaddrinfo|EAI_AGAIN|ENOTFOUND|ENETUNREACH|EHOSTUNREACH|dial (tcp|udp)|"
            + @"failed to establish a new connection|failed to open tcp connection|failed to connect to|could not connect to|can't connect to|"
            + @"connection to .{1,200} failed|dns (lookup |resolution )?(error|failure|fail)|network connection|temporary error \(try again later\)|"
            + @"error resolving|resource temporarily unavailable \(|no servers could be reached|server can't find|cannot assign requested address|"
            + @"failed to (download|fetch)|unable to (connect|access)|spurious network error|fetch failed",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Phrase();

    /// <summary>A host where programs name it: in quotes, behind a word, before a port.</summary>
    [GeneratedRegex(
        @"(?:resolve( host( address| name)?|\s+address for| proxy)?|resolving|bad address|unknown host|"
            + @"no such host|lookup|getaddrinfo( for| (EAI_AGAIN|ENOTFOUND))?|"
            + @"ENOTFOUND|EAI_AGAIN|host=|host name|hostname|UnknownHostException|connect(ion)? to( server| remote host)?|dial (tcp|udp)|can't find|error \()"
            + @"\s*:?\s*[\(\[""'`‘“]?(?<host>(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62})\.)+[A-Za-z0-9-]{1,63}|\[[0-9a-fA-F:]{2,45}\])"
            + @"|(?<host>(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.)+[A-Za-z]{2,63}):\s*(?:temporary failure|name or service|no address|name does not|unknown host)"
            + @"|\((?<host>(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.)+[A-Za-z]{2,63}):[0-9]{1,5}\)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"(?:https?|ftp|git|ssh)://(?:[^\s/@""'<>]{1,200}@)?"
            + @"(?<host>\[[0-9a-fA-F:]{2,45}\]|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}))|\bgit@(?<host>[A-Za-z0-9.-]{1,253}):",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Address();
}
