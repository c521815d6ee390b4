using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Formats.Dockerfiles.Words;

/// <summary>The patterns of <c>${X#p}</c>, <c>${X%p}</c> and <c>${X/p/r}</c>: <c>*</c>, <c>?</c> and escapes, no brackets.</summary>
internal static class ShellPattern
{
    private const int MaxLength = 1_000;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Cuts what matches at the start (<c>#</c>) or the end (<c>%</c>); a doubled sign cuts the longest match.</summary>
    public static string Trim(string value, string word, char operation)
    {
        var longest = word.StartsWith(operation);
        var pattern = longest ? word[1..] : word;
        if (operation == '#')
        {
            var match = Compile(Tokens(pattern), longest, "^").Match(value);
            return match.Success ? value[match.Length..] : value;
        }

        var tokens = Tokens(pattern);
        tokens.Reverse();
        var reversed = Reverse(value);
        var tail = Compile(tokens, longest, "^").Match(reversed);
        return tail.Success ? value[..^tail.Length] : value;
    }

    public static string Replace(string value, string pattern, string replacement, bool all)
    {
        // Nothing, right behind what was replaced, is not replaced again: * takes all, and not the end once more.
        var end = -1;
        return Compile(Tokens(pattern), greedy: true, "").Replace(
            value,
            match =>
            {
                var isLeft = match.Length == 0 && match.Index == end;
                end = match.Index + match.Length;
                return isLeft ? "" : replacement;
            },
            all ? -1 : 1);
    }

    private static List<string> Tokens(string pattern)
    {
        if (pattern.Length > MaxLength)
        {
            throw new FormatException("the pattern of a substitution is too long");
        }

        var tokens = new List<string>();
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c is '*' or '?')
            {
                tokens.Add(c.ToString());
                continue;
            }

            if (c == '\\')
            {
                i++;
                c = i < pattern.Length && pattern[i] is '}' or '/' or '*' or '?' or '\\'
                    ? pattern[i]
                    : throw new FormatException("the pattern of a substitution has an invalid escape");
            }

            tokens.Add("\\" + c);
        }

        return tokens;
    }

    private static Regex Compile(List<string> tokens, bool greedy, string anchor)
    {
        var expression = new StringBuilder(anchor);
        foreach (var token in tokens)
        {
            expression.Append(token switch
            {
                "*" => greedy ? ".*" : ".*?",
                "?" => ".",
                _ => Regex.Escape(token[1..]),
            });
        }

        return new Regex(expression.ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Timeout);
    }

    private static string Reverse(string value)
    {
        var characters = value.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}
