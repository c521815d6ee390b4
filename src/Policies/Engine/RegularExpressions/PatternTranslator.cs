using System.Globalization;
using System.Text;

namespace Gates.Policies.Engine.RegularExpressions;

/// <summary>Writes an ECMAScript pattern as a .NET pattern that matches the same texts. What cannot be written so is refused.</summary>
internal sealed class PatternTranslator(string pattern, string flags)
{
    private const string LineEnd = "\\n\\r\\u2028\\u2029";
    private const string Word = "a-zA-Z0-9_";
    private const string Space = "\\t-\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

    private readonly StringBuilder _result = new();
    private readonly List<string?> _groups = PatternGroups.Read(pattern);
    private readonly bool _unicode = flags.Contains('u', StringComparison.Ordinal);
    private readonly bool _multiline = flags.Contains('m', StringComparison.Ordinal);
    private readonly bool _dotAll = flags.Contains('s', StringComparison.Ordinal);
    private int _at;

    /// <value>The name of each capturing group, counted from 1; <see langword="null"/> without one.</value>
    public IReadOnlyList<string?> Groups => _groups;

    /// <exception cref="FormatException">The message says what is wrong with the pattern.</exception>
    public string Translate()
    {
        while (_at < pattern.Length)
        {
            Next();
        }

        return _result.ToString();
    }

    private bool Take(string text)
    {
        if (string.CompareOrdinal(pattern, _at, text, 0, text.Length) != 0)
        {
            return false;
        }

        _at += text.Length;
        return true;
    }

    private void Next()
    {
        var c = pattern[_at++];
        switch (c)
        {
            case '.':
                _result.Append(Dot());
                break;
            case '^':
                _result.Append(_multiline ? $"(?<![^{LineEnd}])" : "(?<![\\s\\S])");
                break;
            case '$':
                _result.Append(_multiline ? $"(?![^{LineEnd}])" : "(?![\\s\\S])");
                break;
            case '(':
                Group();
                break;
            case '[':
                CharacterClass();
                break;
            case '\\':
                Escape();
                break;
            case '{':
                Brace();
                break;
            case '*' or '+' or '?' or '|' or ')':
                _result.Append(c);
                break;
            default:
                Plain(c);
                break;
        }
    }

    private string Dot()
    {
        const string Pair = "[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]";
        var one = _dotAll ? "[\\s\\S]" : $"[^{LineEnd}]";
        return _unicode ? $"(?:{Pair}|{one})" : one;
    }

    private void Plain(char c)
    {
        if (_unicode && char.IsHighSurrogate(c) && _at < pattern.Length && char.IsLowSurrogate(pattern[_at]))
        {
            _result.Append("(?:").Append(c).Append(pattern[_at++]).Append(')');
            return;
        }

        AppendLiteral(c);
    }

    private void AppendLiteral(int code) => _result.Append(CultureInfo.InvariantCulture, $"\\u{code:X4}");

    private void Group()
    {
        if (Take("?<="))
        {
            _result.Append("(?<=");
        }
        else if (Take("?<!"))
        {
            _result.Append("(?<!");
        }
        else if (Take("?<"))
        {
            // Numbered like the others: .NET would count named groups after all unnamed ones.
            _at = pattern.IndexOf('>', _at) + 1;
            _result.Append('(');
        }
        else if (Take("?:") || Take("?=") || Take("?!"))
        {
            _result.Append('(').Append(pattern, _at - 2, 2);
        }
        else if (Take("?"))
        {
            throw Wrong("`(?` begins no group that JavaScript knows here");
        }
        else
        {
            _result.Append('(');
        }
    }

    private void Brace()
    {
        var close = pattern.IndexOf('}', _at);
        var inside = close < 0 ? "" : pattern[_at..close];
        var isCount = inside.Length > 0 && char.IsAsciiDigit(inside[0])
            && inside.All(c => char.IsAsciiDigit(c) || c == ',') && inside.Count(c => c == ',') <= 1;
        if (isCount)
        {
            _result.Append('{').Append(inside).Append('}');
            _at = close + 1;
            return;
        }

        if (_unicode)
        {
            throw Wrong("a `{` that begins no count must be written `\\{` with the flag u");
        }

        AppendLiteral('{');
    }

    private void Escape()
    {
        if (_at == pattern.Length)
        {
            throw Wrong("it ends with a backslash");
        }

        var c = pattern[_at];
        if (c is 'b' or 'B')
        {
            _at++;
            _result.Append(c == 'b'
                ? $"(?:(?<=[{Word}])(?![{Word}])|(?<![{Word}])(?=[{Word}]))"
                : $"(?:(?<=[{Word}])(?=[{Word}])|(?<![{Word}])(?![{Word}]))");
        }
        else if (c == 'k' && (_unicode || _groups.Any(name => name is not null)))
        {
            NamedReference();
        }
        else if (c is >= '1' and <= '9')
        {
            NumberedReference();
        }
        else if (ClassOf() is { } set)
        {
            _result.Append('[').Append(set).Append(']');
        }
        else
        {
            AppendCharacter(CharacterEscape());
        }
    }

    private void AppendCharacter(int code)
    {
        if (code > char.MaxValue)
        {
            var pair = char.ConvertFromUtf32(code);
            _result.Append("(?:").Append(pair).Append(')');
            return;
        }

        AppendLiteral(code);
    }

    private void NamedReference()
    {
        var close = pattern.IndexOf('>', _at);
        if (close < 0 || string.CompareOrdinal(pattern, _at, "k<", 0, 2) != 0)
        {
            throw Wrong("`\\k` must be followed by a group's name in angle brackets");
        }

        var name = pattern[(_at + 2)..close];
        _at = close + 1;
        var number = _groups.IndexOf(name) + 1;
        Reference(number > 0 ? number : throw Wrong($"there is no group named \"{Texts.Shorten(name, 40)}\""));
    }

    private void NumberedReference()
    {
        var start = _at;
        while (_at < pattern.Length && char.IsAsciiDigit(pattern[_at]) && _at - start < 5)
        {
            _at++;
        }

        var number = int.Parse(pattern.AsSpan(start, _at - start), CultureInfo.InvariantCulture);
        Reference(number <= _groups.Count
            ? number
            : throw Wrong(FormattableString.Invariant($"`\\{number}` refers to a group that is not there; write a character as \\xHH")));
    }

    /// <summary>What refers to a group that has matched nothing matches the empty text.</summary>
    private void Reference(int number) => _result.Append(CultureInfo.InvariantCulture, $"(?({number})\\{number}|)");

    /// <summary>A set such as <c>\d</c>, as what stands between brackets.</summary>
    private string? ClassOf()
    {
        var c = pattern[_at];
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
            _at++;
            return set;
        }

        return _unicode && c is 'p' or 'P' && _unicode ? Property(c) : null;
    }

    private string Property(char c)
    {
        var close = pattern.IndexOf('}', _at);
        var name = close < 0 || _at + 1 >= pattern.Length || pattern[_at + 1] != '{' ? "" : pattern[(_at + 2)..close];
        const string Known = " L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn ";
        if (name.Length is 0 or > 2 || !Known.Contains($" {name} ", StringComparison.Ordinal))
        {
            throw Wrong("of `\\p{…}` only the short general categories are here, such as \\p{L}, \\p{Lu} or \\p{Nd}");
        }

        _at = close + 1;
        return $"\\{c}{{{name}}}";
    }

    private void CharacterClass()
    {
        var negated = Take("^");
        var set = new StringBuilder();
        while (true)
        {
            if (_at >= pattern.Length)
            {
                throw Wrong("a `[` is not closed");
            }

            if (Take("]"))
            {
                break;
            }

            ClassItem(set);
        }

        _result.Append(set.Length == 0 ? negated ? "[\\s\\S]" : "(?!)" : $"[{(negated ? "^" : "")}{set}]");
    }

    private void ClassItem(StringBuilder set)
    {
        var (low, text) = ClassAtom();
        if (low is { } from && _at + 1 < pattern.Length && pattern[_at] == '-' && pattern[_at + 1] != ']')
        {
            _at++;
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
        var c = pattern[_at++];
        int code = c;
        if (c == '\\')
        {
            if (_at == pattern.Length)
            {
                throw Wrong("a `[` is not closed");
            }

            if (ClassOf() is { } set)
            {
                return (null, set);
            }

            code = Take("b") ? '\b' : Take("-") ? '-' : CharacterEscape();
        }

        if (code > char.MaxValue || (_unicode && char.IsSurrogate((char)code)))
        {
            throw Wrong("a character beyond U+FFFF cannot stand in a class here; write it as an alternative, (?:[a-z]|…)");
        }

        return (code, FormattableString.Invariant($"\\u{code:X4}"));
    }

    /// <summary>One character behind a backslash.</summary>
    private int CharacterEscape()
    {
        var c = pattern[_at++];
        switch (c)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case '0' when _at >= pattern.Length || !char.IsAsciiDigit(pattern[_at]): return 0;
            case 'x' when Hex(2) is { } code: return code;
            case 'u' when _unicode && _at < pattern.Length && pattern[_at] == '{': return CodePoint();
            case 'u' when Hex(4) is { } code: return code;
            case 'c' when _at < pattern.Length && char.IsAsciiLetter(pattern[_at]): return pattern[_at++] % 32;
            case '\n' or '\r': throw Wrong("a line ends in it");
        }

        return char.IsAsciiLetterOrDigit(c)
            ? throw Wrong($"`\\{c}` means nothing here; write {c} for the character itself")
            : c;
    }

    private int? Hex(int digits)
    {
        if (_at + digits > pattern.Length
            || !int.TryParse(pattern.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        _at += digits;
        return code;
    }

    private int CodePoint()
    {
        var close = pattern.IndexOf('}', _at);
        if (close < 0 || !int.TryParse(pattern.AsSpan(_at + 1, close - _at - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code is < 0 or > 0x10FFFF)
        {
            throw Wrong("`\\u{…}` holds a code point in hexadecimal, such as \\u{1F600}");
        }

        _at = close + 1;
        return code;
    }

    private FormatException Wrong(string message) => new($"the regular expression /{Texts.Shorten(pattern, 60)}/ cannot be used: {message}");
}
