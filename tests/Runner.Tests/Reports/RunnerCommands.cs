namespace Runner.Tests.Reports;

/// <summary>Reads output as the GitHub runner does: <c>::</c> at the start of a line, after white space, or <c>##[</c> anywhere in it.</summary>
internal static class RunnerCommands
{
    public static IReadOnlyList<string> In(string output) =>
        [.. output.Split(
            '\n',
            '\r').Where(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal) || line.Contains("##[", StringComparison.Ordinal))];

    public static IReadOnlyList<(string Name, Dictionary<string, string> Properties, string Message)> Parse(string output) => [.. In(output).Select(Parse1)];

    private static (string Name, Dictionary<string, string> Properties, string Message) Parse1(string line)
    {
        var text = line.TrimStart();
        var end = text.IndexOf("::", 2, StringComparison.Ordinal);
        var info = text[2..end];
        var space = info.IndexOf(' ', StringComparison.Ordinal);
        var properties = (space < 0 ? "" : info[(space + 1)..]).Trim().Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Decode(pair[1].Replace("%3A", ":").Replace("%2C", ",")), StringComparer.OrdinalIgnoreCase);
        return (space < 0 ? info : info[..space], properties, Decode(text[(end + 2)..]));
    }

    private static string Decode(string text) => text.Replace("%0D", "\r").Replace("%0A", "\n").Replace("%25", "%");
}
