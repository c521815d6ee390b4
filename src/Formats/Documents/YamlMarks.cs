using System.Buffers;

namespace Gates.Formats.Documents;

/// <summary>Finds the quote or the bracket of a YAML text that has no partner.</summary>
internal sealed class YamlMarks
{
    private static readonly SearchValues<char> NotInKeys = SearchValues.Create(" \"'{}[],#");

    private readonly string[] lines;
    private readonly Stack<(char Sign, int Line, int Column)> open = new();
    private int number;

    private YamlMarks(string[] lines)
    {
        this.lines = lines;
    }

    /// <summary>The first that explains why a parser stopped at a line, or <see langword="null"/>.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="stopped">The line at which the parser stopped, from 1.</param>
    public static (int Line, int Column, string Reason)? Unclosed(string[] lines, int stopped) => new YamlMarks(lines).Find(stopped);

    private (int Line, int Column, string Reason)? Find(int stopped)
    {
        var block = -1;
        for (number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1];
            if (block >= 0 && (line.AsSpan().Trim().Length == 0 || Indentation(line) > block))
            {
                continue;
            }

            block = open.Count == 0 && line.AsSpan().TrimEnd() is [.., '|' or '>'] or [.., '|' or '>', '-' or '+'] ? Indentation(line) : -1;
            if (open.Count > 0 && number > open.Peek().Line && IsKeyOfBlock(line, open.Peek().Sign))
            {
                return Missing(open.Peek());
            }

            if (Look(line) is { } found)
            {
                return found;
            }
        }

        return open.Count > 0 && open.Peek().Line <= stopped ? Missing(open.Peek()) : null;
    }

    private (int Line, int Column, string Reason)? Look(string line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            var sign = line[at];
            if (sign == '#' && (at == 0 || line[at - 1] is ' ' or '\t'))
            {
                return null;
            }

            if (sign is '"' or '\'' && BeginsValue(line, at))
            {
                var end = End(line, at + 1, sign);
                if (end < 0)
                {
                    return ClosesBelow(sign) ? null : (number, at + 1, $"the quote {sign} that opens here is not closed on its line; add the closing {sign}");
                }

                at = end;
            }
            else if (sign is '[' or '{' && (open.Count > 0 || BeginsValue(line, at)))
            {
                open.Push((sign, number, at + 1));
            }
            else if (sign is ']' or '}' && (open.Count > 0 || BeginsValue(line, at) || IsAfterFlow(line, at)) && Pop(sign, at) is { } wrong)
            {
                return (number, at + 1, wrong);
            }
        }

        return null;
    }

    private string? Pop(char sign, int at)
    {
        var pair = sign == ']' ? '[' : '{';
        return !open.TryPop(out var opened) ? $"this {sign} closes nothing; remove it, or add the {pair} that it belongs to"
            : opened.Sign != pair
                ? FormattableString.Invariant(
                    $"this {sign} stands where the {opened.Sign} of line {opened.Line}, column {opened.Column}, wants its {Close(opened.Sign)}")
            : null;
    }

    /// <summary>Whether the text in quotes goes on over lines and ends where a value may end; reading then goes on below it.</summary>
    private bool ClosesBelow(char sign)
    {
        for (var below = number; below < lines.Length && !IsKeyOfBlock(lines[below], '['); below++)
        {
            var end = End(lines[below], 0, sign);
            if (end >= 0)
            {
                var isWhole = lines[below].AsSpan(end + 1).TrimStart() is [] or [',' or ']' or '}' or '#', ..];
                number = isWhole ? below + 1 : number;
                return isWhole;
            }
        }

        return false;
    }

    private static (int Line, int Column, string Reason) Missing((char Sign, int Line, int Column) open) =>
        (open.Line, open.Column, $"the {open.Sign} that opens here is not closed; add the closing {Close(open.Sign)}");

    private static char Close(char sign) => sign == '[' ? ']' : '}';

    /// <summary>Inside a list in brackets nobody writes keys on lines of their own; inside braces they may.</summary>
    private static bool IsKeyOfBlock(string line, char open)
    {
        var text = line.AsSpan().TrimStart();
        var colon = text.IndexOf(':');
        return colon > 0 && (colon == text.Length - 1 || text[colon + 1] == ' ') && !text[..colon].ContainsAny(NotInKeys)
            && !text.TrimEnd().EndsWith(",") && (open == '[' || text.IndexOfAny("}]") < 0);
    }

    /// <summary>Whether a sign stands where a value begins, also behind an anchor or a tag; elsewhere it is a character of a plain one.</summary>
    private static bool BeginsValue(string line, int at)
    {
        var before = line.AsSpan(0, at).TrimEnd();
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return before.Length == 0 || before[^1] is '[' or '{' or ','
            || (before.Length < at && (before[^1] is ':' or '-' or '?' || (word.Length > 1 && word[0] is '&' or '!')));
    }

    private static bool IsAfterFlow(string line, int at) => line.AsSpan(0, at).TrimEnd() is [.., ']' or '}'];

    private static int End(string line, int start, char sign)
    {
        for (var at = start; at < line.Length; at++)
        {
            var isPair = sign == '"' ? line[at] == '\\' : line[at] == '\'' && at + 1 < line.Length && line[at + 1] == '\'';
            if (isPair)
            {
                at++;
            }
            else if (line[at] == sign)
            {
                return at;
            }
        }

        return -1;
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;
}
