using System.Text;
using System.Text.RegularExpressions;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>
/// Patterns of repositories, which may be hostile: matched in linear time, and only near one of their literals. What may stand beside a value is part of what
/// is matched, since such an engine cannot look around.
/// </summary>
internal static class CustomPattern
{
    // The group around the whole pattern when the author has named a secret inside it.
    private const string Whole = "gates_whole";

    // A token does not stand inside a longer word; but \n and %3D before it are escapes, not words.
    private const string Before = @"(?:[^A-Za-z0-9]|\\(?:[bfnrtv0]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})|%[0-9A-Fa-f]{2})";
    private const string After = "(?:[^A-Za-z0-9])";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <exception cref="ArgumentException">It is no pattern.</exception>
    /// <exception cref="NotSupportedException">It cannot be matched in linear time.</exception>
    public static Regex Compile(string pattern, PatternFacts facts, bool bounded, bool ignoreCase)
    {
        var core = $"(?<{(facts.HasSecret ? Whole : "secret")}>{pattern})";
        const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline;
        return new Regex(bounded ? Before + core + After : core, Options | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None), Timeout);
    }

    /// <summary>The matches that lie over an anchor, each with the place of its window.</summary>
    /// <param name="text">The bytes at hand.</param>
    /// <param name="rule">A rule of the repository.</param>
    /// <param name="anchor">Where one of its literals, or a number, stands.</param>
    public static IEnumerable<(Match Match, int Offset)> Over(ReadOnlySpan<byte> text, DlpRule rule, (int Start, int End) anchor)
    {
        var start = Math.Max(0, anchor.Start - rule.Length);
        var end = Math.Min(text.Length, anchor.End + rule.Length);

        // One character more on either side, for what may stand there; where the text begins and ends, a new line.
        var window = (start == 0 ? "\n" : ((char)text[start - 1]).ToString())
            + Encoding.Latin1.GetString(text[start..end])
            + (end == text.Length ? "\n" : ((char)text[end]).ToString());
        return Over(window, rule.Pattern, start - 1, anchor);
    }

    private static IEnumerable<(Match Match, int Offset)> Over(string window, Regex pattern, int offset, (int Start, int End) anchor)
    {
        for (var match = pattern.Match(window); match.Success;)
        {
            var whole = match.Groups[Whole] is { Success: true } own ? own : match.Groups["secret"];
            var (from, to) = (offset + whole.Index, offset + whole.Index + whole.Length);
            if (from >= anchor.End)
            {
                yield break;
            }

            if (to > anchor.Start && match.Groups["secret"] is { Length: > 0, Index: > 0 } secret && secret.Index + secret.Length < window.Length)
            {
                yield return (match, offset);
            }

            // What ends one value may begin the next: it is matched again.
            match = pattern.Match(window, Math.Max(whole.Index + whole.Length, match.Index + 1));
        }
    }
}
