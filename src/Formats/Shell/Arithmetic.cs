using System.Text.RegularExpressions;

namespace Gates.Formats.Shell;

/// <summary>
/// Arithmetic between double parentheses, as in <c>for ((i = 0; i &lt; n; i++))</c>. A shell without it reads two subshells there, so what could be a command
/// with an argument is none.
/// </summary>
internal static partial class Arithmetic
{
    private const int MaxLength = 1000;

    /// <returns>How long it is with its parentheses; 0 where none begins.</returns>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("((", StringComparison.Ordinal))
        {
            return 0;
        }

        var depth = 0;
        for (var i = 0; i < text.Length && i < MaxLength && text[i] != '\n'; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 1 && text[i] == ')')
            {
                var isOne = i + 1 < text.Length && text[i + 1] == ')' && !Command().IsMatch(text[2..i]);
                return isOne ? i + 2 : 0;
            }
        }

        return 0;
    }

    /// <summary>Two words with nothing but blanks between them, or a text in quotes: no expression has them.</summary>
    [GeneratedRegex(
        @"[\w$}\])/.]\s+(?:[\w$/~]|-\w)|[""'`\\]|\$\(",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();
}
