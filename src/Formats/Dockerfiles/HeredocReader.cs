using System.Text.RegularExpressions;
using Gates.Formats.Dockerfiles.Words;

namespace Gates.Formats.Dockerfiles;

/// <summary>Finds the here-documents that a line opens.</summary>
internal static partial class HeredocReader
{
    /// <param name="line">The instruction, continuation lines joined.</param>
    /// <param name="form">Where its word may stand.</param>
    /// <exception cref="FormatException">A word's quotes do not close, which the builder refuses.</exception>
    public static IEnumerable<DockerfileHeredoc> FindIn(string line, HeredocForm form = HeredocForm.Spaced)
    {
        if (!line.Contains("<<", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var word in SplitOrNothing(line, form))
        {
            var match = Pattern().Match(word);
            if (match.Groups["word"].Length > 0 && Unquote(match.Groups["word"].Value) is { } name)
            {
                // An escaped quote stays in the name; one that quoted something is gone from it.
                var quoted = CountQuotes(match.Groups["word"].ValueSpan) != CountQuotes(name);
                yield return new DockerfileHeredoc(name, "", !quoted, match.Groups["dash"].Length > 0, 0);
            }
        }
    }

    /// <summary>Like the builder: a line whose quotes do not close opens no here-document.</summary>
    private static IReadOnlyList<string> SplitOrNothing(string line, HeredocForm form)
    {
        try
        {
            return ShellLexer.SplitRaw(line, form);
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

    private static int CountQuotes(ReadOnlySpan<char> text) => text.Count('\'') + text.Count('"');

    /// <summary>Whether a line may hold a here-document that not every builder sees.</summary>
    public static bool MayDiffer(string line) => Blank().IsMatch(line);

    [GeneratedRegex("<<-?[ \\t\\r]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^[0-9]*<<(?<dash>-?)[\t\n\f\r ]*(?<word>[^<]*)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
