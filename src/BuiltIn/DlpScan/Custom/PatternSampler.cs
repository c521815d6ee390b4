using System.Text;
using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan.RuleSets;

namespace Gates.BuiltIn.DlpScan.Custom;

/// <summary>Makes a text that a pattern matches, to prove a rule that came without an example. The same seed gives the same text.</summary>
internal sealed class PatternSampler
{
    private const int Extra = 12;
    private const string Letters = "a7k2m9x4p8z3q6w5tbfhjnrvcdegy";
    private const string Printable = Letters + "ABCDEFGHJKLMNPQRSTUVWXYZ10ilosu_-=:;.,'\"`/+@#%&*!?~^$()[]{}<>|\\ \t";

    private readonly string pattern;
    private readonly int seed;
    private int at;
    private int drawn;

    private PatternSampler(string pattern, int seed) => (this.pattern, this.seed) = (pattern, seed);

    /// <returns><see langword="null"/> when none could be made.</returns>
    /// <exception cref="FormatException">The pattern cannot be used.</exception>
    public static string? Make(string pattern, int seed)
    {
        var facts = CustomPatternReader.Read(pattern);
        try
        {
            var regex = CustomPattern.Compile(pattern, facts, bounded: false, ignoreCase: false);
            var text = new PatternSampler(pattern, seed).Alternatives();
            return regex.IsMatch(text) ? text : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>One of the alternatives.</summary>
    private string Alternatives()
    {
        var all = new List<string> { Sequence() };
        while (at < pattern.Length && pattern[at] == '|')
        {
            at++;
            all.Add(Sequence());
        }

        return all[Next(all.Count)];
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (at < pattern.Length && pattern[at] is not ('|' or ')'))
        {
            var begin = at;
            var one = One();
            var (end, least, most) = Count();
            var times = least + (most > least ? Math.Min(most - least, least == 0 ? 1 : Extra) : 0);
            text.Append(times > 0 ? one : string.Empty);
            for (var i = 1; i < times; i++)
            {
                at = begin;
                text.Append(One());
            }

            at = end;
        }

        return text.ToString();
    }

    /// <summary>Reads how often, and where that ends.</summary>
    private (int End, int Least, int Most) Count()
    {
        var match = Regex.Match(pattern[at..], @"^(?:(?<sign>[*+?])|\{(?<least>[0-9]+)(?<comma>,(?<most>[0-9]*))?\})\??", RegexOptions.NonBacktracking);
        var end = at + match.Length;
        if (!match.Success)
        {
            return (end, 1, 1);
        }

        if (match.Groups["sign"].Success)
        {
            return match.Value[0] switch { '*' => (end, 0, 4), '+' => (end, 1, 1 + Extra), _ => (end, 0, 1) };
        }

        var least = int.Parse(match.Groups["least"].Value, System.Globalization.CultureInfo.InvariantCulture);
        return (end, least, match.Groups["most"].Value is { Length: > 0 } most ? int.Parse(most, System.Globalization.CultureInfo.InvariantCulture)
            : match.Groups["comma"].Success ? least + Extra : least);
    }

    private string One()
    {
        var first = pattern[at];
        if (first == '(')
        {
            return Group();
        }

        var begin = at;
        at += first == '\\' ? EscapeLength() : first == '[' ? ClassLength() : 1;
        var part = pattern[begin..at];
        return part switch
        {
            "^" or "$" or @"\b" or @"\B" or @"\A" or @"\z" or @"\Z" => string.Empty,
            _ when first is '.' or '[' or '\\' => Member(part),
            _ => part,
        };
    }

    private string Group()
    {
        at++;
        if (at < pattern.Length && pattern[at] == '?')
        {
            var colon = at + 1 < pattern.Length && pattern[at + 1] is '<' or '\'' ? pattern.IndexOfAny(['>', '\''], at + 2)
                : pattern.IndexOfAny([':', ')'], at);
            at = colon + 1;
            if (pattern[colon] == ')')
            {
                return string.Empty;
            }
        }

        var inner = Alternatives();
        at++;
        return inner;
    }

    private int EscapeLength() => at + 1 >= pattern.Length ? 1 : pattern[at + 1] switch
    {
        'x' => 4,
        'u' => 6,
        'p' or 'P' => pattern.IndexOf('}', at) - at + 1,
        _ => 2,
    };

    private int ClassLength()
    {
        var end = at + 1;
        end += end < pattern.Length && pattern[end] == '^' ? 1 : 0;
        end += end < pattern.Length && pattern[end] == ']' ? 1 : 0;
        while (end < pattern.Length && pattern[end] != ']')
        {
            end += pattern[end] == '\\' ? 2 : 1;
        }

        return end + 1 - at;
    }

    /// <summary>A character that one part of the pattern matches: a letter or digit where it can be.</summary>
    private string Member(string part)
    {
        var members = Members(part);
        var plain = members.Where(char.IsAsciiLetterOrDigit).ToList();
        return (plain.Count > 1 ? plain : members) is { Count: > 0 } from ? from[Next(from.Count)].ToString()
            : throw new NotSupportedException("nothing matches " + part);
    }

    private List<char> Members(string part)
    {
        if (!known.TryGetValue(part, out var members))
        {
            var regex = new Regex("^(?:" + part + ")$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            known.Add(part, members = [.. Printable.Where(c => regex.IsMatch(c.ToString()))]);
        }

        return members;
    }

    private readonly Dictionary<string, List<char>> known = new(StringComparer.Ordinal);

    // Spread well enough for a text that must not look made up.
    private int Next(int count)
    {
        var mixed = unchecked((uint)((seed * 0x9E3779B1) + (++drawn * 0x85EBCA6B)));
        mixed ^= mixed >> 15;
        mixed = unchecked(mixed * 0x2C1B3C6D);
        mixed ^= mixed >> 12;
        return (int)(mixed % (uint)count);
    }
}
