using System.Text.RegularExpressions;

namespace Gates.Runner.Dockerfiles;

/// <summary>Finds the here-documents that a line opens.</summary>
internal static partial class HeredocReader
{
    public static IEnumerable<DockerfileHeredoc> FindIn(string line)
    {
        if (!line.Contains("<<", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var word in SplitOrNothing(line))
        {
            var match = Pattern().Match(word);
            if (match.Success && Unquote(match.Groups[2].Value) is { } name)
            {
                var quoted = match.Groups[2].ValueSpan.IndexOfAny("'\"") >= 0;
                yield return new DockerfileHeredoc(name, "", !quoted, match.Groups[1].Length > 0, 0);
            }
        }
    }

    /// <summary>Like the builder: a line whose quotes do not close opens no here-document.</summary>
    private static IReadOnlyList<string> SplitOrNothing(string line)
    {
        try
        {
            return ShellLexer.SplitRaw(line);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static string? Unquote(string word)
    {
        var words = ShellLexer.Split(word);
        return words.Count == 1 ? words[0] : null;
    }

    [GeneratedRegex(@"^\d*<<(-?)([^<]+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
