using System.Globalization;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>
/// Reads a pattern of somebody else: refuses what cannot be matched in linear time, and finds the texts that lead to it. It reads, and does not check,
/// .NET's syntax: what it lets pass, the engine still has to compile.
/// </summary>
internal sealed class CustomPatternReader
{
    public const int MaxLength = 1_000;

    /// <value>States to follow for each character; more would make a pattern slow however it is matched.</value>
    public const int MaxSize = 5_000;

    private const int MaxDepth = 50;
    private const int MinLiteral = 3;

    private readonly string pattern;
    private int at;
    private int depth;
    private bool hasSecret;

    private CustomPatternReader(string pattern) => this.pattern = pattern;

    /// <exception cref="FormatException">It cannot be matched in linear time, or is too large; the message says what to write instead.</exception>
    public static PatternFacts Read(string pattern)
    {
        if (pattern.Length > MaxLength)
        {
            throw new FormatException(FormattableString.Invariant($"has {pattern.Length} characters; at most {MaxLength} are possible"));
        }

        var reader = new CustomPatternReader(pattern);
        var whole = reader.ReadAlternatives();
        if (reader.at < pattern.Length)
        {
            throw new FormatException("has a ) without its (");
        }

        if (whole.Size > MaxSize)
        {
            throw new FormatException(FormattableString.Invariant(
                $"is too large once its counts are written out; repeat less than {MaxSize} characters in all"));
        }

        IReadOnlyList<string> literals = whole.Best is { } best && best.All(text => text.Length >= MinLiteral && text.All(char.IsAscii)) ? best : [];
        return new PatternFacts(literals, double.IsFinite(whole.Max) ? (int)Math.Min(whole.Max, int.MaxValue) : null, reader.hasSecret);
    }

    private PatternPart ReadAlternatives()
    {
        if (++depth > MaxDepth)
        {
            throw new FormatException(FormattableString.Invariant($"has more than {MaxDepth} groups inside each other"));
        }

        var all = ReadSequence();
        while (Take('|'))
        {
            all = all.Or(ReadSequence());
        }

        depth--;
        return all;
    }

    /// <summary>Parts that are known exactly are joined as far as they go; where one is not, the next begins anew.</summary>
    private PatternPart ReadSequence()
    {
        var (before, run) = (PatternPart.Empty, PatternPart.Empty);
        while (at < pattern.Length && pattern[at] is not ('|' or ')'))
        {
            var part = ReadRepeated();
            if (run.Then(part) is { Exact: not null } joined)
            {
                run = joined;
            }
            else
            {
                (before, run) = (before.Then(run with { Exact = null, Needed = run.Best }), part);
            }
        }

        return before.Then(run);
    }

    private PatternPart ReadRepeated()
    {
        var part = ReadOne();
        while (at < pattern.Length && Count() is { } count)
        {
            part = part.Times(count.Least, count.Most);
            _ = Take('?');
        }

        return part;
    }

    private (int Least, int? Most)? Count()
    {
        switch (pattern[at])
        {
            case '*':
                at++;
                return (0, null);
            case '+':
                at++;
                return (1, null);
            case '?':
                at++;
                return (0, 1);
            case '{' when pattern.IndexOf('}', at) is var end and > 0 && Numbers(pattern[(at + 1)..end]) is { } numbers:
                at = end + 1;
                return numbers;
            default:
                return null;
        }
    }

    private static (int Least, int? Most)? Numbers(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var first = comma < 0 ? text : text[..comma];
        var second = comma < 0 ? text : text[(comma + 1)..];
        return !Whole(first, out var least) ? null
            : second.Length == 0 && comma >= 0 ? (least, null)
            : Whole(second, out var most) ? (least, most) : null;
    }

    private static bool Whole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private PatternPart ReadOne()
    {
        var next = pattern[at++];
        return next switch
        {
            '(' => ReadGroup(),
            '[' => ReadClass(),
            '\\' => ReadEscape(),
            '.' => PatternPart.Any,
            '^' or '$' => PatternPart.Empty,
            _ => PatternPart.Text(next.ToString()),
        };
    }

    private PatternPart ReadGroup()
    {
        if (Take('?'))
        {
            var kind = PatternGroup.Read(pattern, at);
            at = kind.End;
            hasSecret |= kind.Name == "secret";
            if (!kind.HasContent)
            {
                return PatternPart.Empty;
            }
        }

        var inner = ReadAlternatives();
        return Take(')') ? inner : throw new FormatException("has a ( without its )");
    }

    private PatternPart ReadClass()
    {
        var negated = Take('^');
        var (few, first) = (new List<char>(), true);
        var many = negated;
        for (; at < pattern.Length && (pattern[at] != ']' || first); first = false)
        {
            if (pattern[at] == '-' && at + 1 < pattern.Length && pattern[at + 1] == '[')
            {
                throw new FormatException("takes one class from another (`[a-z-[aeiou]]`); write the characters out");
            }

            var escaped = pattern[at] == '\\';
            var next = pattern[at++];
            if (escaped && at < pattern.Length)
            {
                var part = ReadEscape();
                many |= part.Exact is not [{ Length: 1 }];
                few.AddRange(part.Exact is [{ Length: 1 } one] ? one : string.Empty);
                continue;
            }

            many |= at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']';
            few.Add(next);
        }

        if (!Take(']'))
        {
            throw new FormatException("has a [ without its ]");
        }

        return many || few.Count > 4 ? PatternPart.Any : PatternPart.OneOf(few);
    }

    private PatternPart ReadEscape()
    {
        if (at == pattern.Length)
        {
            throw new FormatException("ends in a single \\");
        }

        var next = pattern[at++];
        switch (next)
        {
            case >= '1' and <= '9' or 'k':
                throw new FormatException("refers back to a group (`\\1`), which cannot be matched in linear time; write the alternatives, such as "
                    + "\"[^\"]*\"|'[^']*'");
            case 'G':
                throw new FormatException("has `\\G`, which means nothing here; leave it out");
            case 'b' or 'B' or 'A' or 'z' or 'Z':
                return PatternPart.Empty;
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S':
                return PatternPart.Any;
            case 'p' or 'P':
                at = pattern.IndexOf('}', at) is var end and > 0 ? end + 1 : at;
                return PatternPart.Any;
            case 'x' when at + 2 <= pattern.Length:
                return Code(2);
            case 'u' when at + 4 <= pattern.Length:
                return Code(4);
            default:
                return char.IsAsciiLetterOrDigit(next) ? PatternPart.Any : PatternPart.Text(next.ToString());
        }
    }

    private PatternPart Code(int digits)
    {
        var text = pattern.Substring(at, digits);
        at += digits;
        return int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? PatternPart.Text(((char)code).ToString())
            : PatternPart.Any;
    }

    private bool Take(char expected)
    {
        if (at >= pattern.Length || pattern[at] != expected)
        {
            return false;
        }

        at++;
        return true;
    }
}
