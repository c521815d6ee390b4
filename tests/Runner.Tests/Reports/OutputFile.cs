namespace Runner.Tests.Reports;

/// <summary>Reads <c>GITHUB_OUTPUT</c> as the GitHub runner does.</summary>
internal static class OutputFile
{
    public static Dictionary<string, string> Parse(string content)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        while (content.Length > 0)
        {
            var (head, rest) = Split(content, "\n");
            var (name, delimiter) = Split(head, "<<");
            var end = $"\n{delimiter}\n";
            (values[name], content) = Split(rest, end);
        }

        return values;
    }

    private static (string Before, string After) Split(string text, string at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? throw new FormatException($"no {at} in {text}") : (text[..index], text[(index + at.Length)..]);
    }
}
