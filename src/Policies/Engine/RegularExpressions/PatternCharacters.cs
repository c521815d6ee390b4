using System.Globalization;
using System.Text;

namespace Gates.Policies.Engine.RegularExpressions;

/// <summary>Reads the characters and classes of an ECMAScript pattern, from left to right.</summary>
internal sealed class PatternCharacters(string pattern, bool unicode)
{
    /// <value>What <c>\w</c> stands for, as what stands between brackets.</value>
    public const string Word = "a-zA-Z0-9_";

    private const string Space = "\\t-\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

    /// <value>The index of the next character.</value>
    public int At { get; set; }

    /// <summary>Passes this text when it stands here.</summary>
    public bool Take(string text)
    {
        if (string.CompareOrdinal(pattern, At, text, 0, text.Length) != 0)
        {
            return false;
        }

        At += text.Length;
        return true;
    }

    /// <summary>A set such as <c>\d</c>, as what stands between brackets.</summary>
    public string? ReadSet()
    {
        var c = pattern[At];
        var set = c switch
        {
            'd' => "0-9",
            'D' => "\\x00-/:-\\uFFFF",
            'w' => Word,
            'W' => "\\x00-/:-@\\[-\\^`{-\\uFFFF",
            's' => Space,
            'S' => "\\x00-\\x08\\x0E-\\x1F!-\\u009F\\u00A1-\\u167F\\u1681-\\u1FFF\\u200B-\\u2027\\u202A-\\u202E\\u2030-\\u205E\\u2060-\\u2FFF\\u3001-\\uFEFE\\uFF00-\\uFFFF",
            _ => null,
        };
        if (set is not null)
        {
            At++;
            return set;
        }

        return unicode && c is 'p' or 'P' && unicode ? Property(c) : null;
    }

    private string Property(char c)
    {
        var close = pattern.IndexOf('}', At);
        var name = close < 0 || At + 1 >= pattern.Length || pattern[At + 1] != '{' ? "" : pattern[(At + 2)..close];
        const string Known = " L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn ";
        if (name.Length is 0 or > 2 || !Known.Contains($" {name} ", StringComparison.Ordinal))
        {
            throw Wrong("of `\\p{…}` only the short general categories are here, such as \\p{L}, \\p{Lu} or \\p{Nd}");
        }

        At = close + 1;
        return $"\\{c}{{{name}}}";
    }

    /// <summary>What stands behind a <c>[</c>, up to its end, as a .NET class.</summary>
    public string ReadClass()
    {
        var negated = Take("^");
        var set = new StringBuilder();
        while (true)
        {
            if (At >= pattern.Length)
            {
                throw Wrong("a `[` is not closed");
            }

            if (Take("]"))
            {
                break;
            }

            ClassItem(set);
        }

        return set.Length == 0 ? negated ? "[\\s\\S]" : "(?!)" : $"[{(negated ? "^" : "")}{set}]";
    }

    private void ClassItem(StringBuilder set)
    {
        var (low, text) = ClassAtom();
        if (low is { } from && At + 1 < pattern.Length && pattern[At] == '-' && pattern[At + 1] != ']')
        {
            At++;
            var (high, other) = ClassAtom();
            if (high < from)
            {
                throw Wrong("a range in a class runs backwards");
            }

            set.Append(text).Append(high is null ? "\\-" : "-").Append(other);
            return;
        }

        set.Append(text);
    }

    private (int? Code, string Text) ClassAtom()
    {
        var c = pattern[At++];
        int code = c;
        if (c == '\\')
        {
            if (At == pattern.Length)
            {
                throw Wrong("a `[` is not closed");
            }

            if (ReadSet() is { } set)
            {
                return (null, set);
            }

            code = Take("b") ? '\b' : Take("-") ? '-' : ReadEscape();
        }

        if (code > char.MaxValue || (unicode && char.IsSurrogate((char)code)))
        {
            throw Wrong("a character beyond U+FFFF cannot stand in a class here; write it as an alternative, (?:[a-z]|…)");
        }

        return (code, FormattableString.Invariant($"\\u{code:X4}"));
    }

    /// <summary>One character behind a backslash.</summary>
    public int ReadEscape()
    {
        var c = pattern[At++];
        switch (c)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case '0' when At >= pattern.Length || !char.IsAsciiDigit(pattern[At]): return 0;
            case 'x' when Hex(2) is { } code: return code;
            case 'u' when unicode && At < pattern.Length && pattern[At] == '{': return CodePoint();
            case 'u' when Hex(4) is { } code: return code;
            case 'c' when At < pattern.Length && char.IsAsciiLetter(pattern[At]): return pattern[At++] % 32;
            case '\n' or '\r': throw Wrong("a line ends in it");
        }

        return char.IsAsciiLetterOrDigit(c)
            ? throw Wrong($"`\\{c}` means nothing here; write {c} for the character itself")
            : c;
    }

    private int? Hex(int digits)
    {
        if (At + digits > pattern.Length
            || !int.TryParse(pattern.AsSpan(At, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        At += digits;
        return code;
    }

    private int CodePoint()
    {
        var close = pattern.IndexOf('}', At);
        if (close < 0 || !int.TryParse(pattern.AsSpan(At + 1, close - At - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code is < 0 or > 0x10FFFF)
        {
            throw Wrong("`\\u{…}` holds a code point in hexadecimal, such as \\u{1F600}");
        }

        At = close + 1;
        return code;
    }

    public FormatException Wrong(string message) => new($"the regular expression /{Texts.Shorten(pattern, 60)}/ cannot be used: {message}");
}
