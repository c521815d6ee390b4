using System.Globalization;
using System.Text;

namespace Gates.Policies.Engine.RegularExpressions;

/// <summary>Writes an ECMAScript pattern as a .NET pattern that matches the same texts. What cannot be written so is refused.</summary>
internal sealed class PatternTranslator(string pattern, string flags)
{
    private const string LineEnd = "\\n\\r\\u2028\\u2029";

    private readonly StringBuilder _result = new();
    private readonly List<string?> _groups = PatternGroups.Read(pattern);
    private readonly PatternCharacters _text = new(pattern, flags.Contains('u', StringComparison.Ordinal));
    private readonly bool _unicode = flags.Contains('u', StringComparison.Ordinal);
    private readonly bool _multiline = flags.Contains('m', StringComparison.Ordinal);
    private readonly bool _dotAll = flags.Contains('s', StringComparison.Ordinal);

    /// <value>The name of each capturing group, counted from 1; <see langword="null"/> without one.</value>
    public IReadOnlyList<string?> Groups => _groups;

    /// <exception cref="FormatException">The message says what is wrong with the pattern.</exception>
    public string Translate()
    {
        while (_text.At < pattern.Length)
        {
            Next();
        }

        return _result.ToString();
    }

    private void Next()
    {
        var c = pattern[_text.At++];
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
                _result.Append(_text.ReadClass());
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
        if (_unicode && char.IsHighSurrogate(c) && _text.At < pattern.Length && char.IsLowSurrogate(pattern[_text.At]))
        {
            _result.Append("(?:").Append(c).Append(pattern[_text.At++]).Append(')');
            return;
        }

        AppendLiteral(c);
    }

    private void AppendLiteral(int code) => _result.Append(CultureInfo.InvariantCulture, $"\\u{code:X4}");

    private void Group()
    {
        if (_text.Take("?<="))
        {
            _result.Append("(?<=");
        }
        else if (_text.Take("?<!"))
        {
            _result.Append("(?<!");
        }
        else if (_text.Take("?<"))
        {
            // Numbered like the others: .NET would count named groups after all unnamed ones.
            _text.At = pattern.IndexOf('>', _text.At) + 1;
            _result.Append('(');
        }
        else if (_text.Take("?:") || _text.Take("?=") || _text.Take("?!"))
        {
            _result.Append('(').Append(pattern, _text.At - 2, 2);
        }
        else if (_text.Take("?"))
        {
            throw _text.Wrong("`(?` begins no group that JavaScript knows here");
        }
        else
        {
            _result.Append('(');
        }
    }

    private void Brace()
    {
        var close = pattern.IndexOf('}', _text.At);
        var inside = close < 0 ? "" : pattern[_text.At..close];
        var isCount = inside.Length > 0 && char.IsAsciiDigit(inside[0])
            && inside.All(c => char.IsAsciiDigit(c) || c == ',') && inside.Count(c => c == ',') <= 1;
        if (isCount)
        {
            _result.Append('{').Append(inside).Append('}');
            _text.At = close + 1;
            return;
        }

        if (_unicode)
        {
            throw _text.Wrong("a `{` that begins no count must be written `\\{` with the flag u");
        }

        AppendLiteral('{');
    }

    private void Escape()
    {
        if (_text.At == pattern.Length)
        {
            throw _text.Wrong("it ends with a backslash");
        }

        var c = pattern[_text.At];
        if (c is 'b' or 'B')
        {
            _text.At++;
            _result.Append(c == 'b'
                ? $"(?:(?<=[{PatternCharacters.Word}])(?![{PatternCharacters.Word}])|(?<![{PatternCharacters.Word}])(?=[{PatternCharacters.Word}]))"
                : $"(?:(?<=[{PatternCharacters.Word}])(?=[{PatternCharacters.Word}])|(?<![{PatternCharacters.Word}])(?![{PatternCharacters.Word}]))");
        }
        else if (c == 'k' && (_unicode || _groups.Any(name => name is not null)))
        {
            NamedReference();
        }
        else if (c is >= '1' and <= '9')
        {
            NumberedReference();
        }
        else if (_text.ReadSet() is { } set)
        {
            _result.Append('[').Append(set).Append(']');
        }
        else
        {
            AppendCharacter(_text.ReadEscape());
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
        var close = pattern.IndexOf('>', _text.At);
        if (close < 0 || string.CompareOrdinal(pattern, _text.At, "k<", 0, 2) != 0)
        {
            throw _text.Wrong("`\\k` must be followed by a group's name in angle brackets");
        }

        var name = pattern[(_text.At + 2)..close];
        _text.At = close + 1;
        var number = _groups.IndexOf(name) + 1;
        Reference(number > 0 ? number : throw _text.Wrong($"there is no group named \"{Texts.Shorten(name, 40)}\""));
    }

    private void NumberedReference()
    {
        var start = _text.At;
        while (_text.At < pattern.Length && char.IsAsciiDigit(pattern[_text.At]) && _text.At - start < 5)
        {
            _text.At++;
        }

        var number = int.Parse(pattern.AsSpan(start, _text.At - start), CultureInfo.InvariantCulture);
        Reference(number <= _groups.Count
            ? number
            : throw _text.Wrong(FormattableString.Invariant($"`\\{number}` refers to a group that is not there; write a character as \\xHH")));
    }

    /// <summary>What refers to a group that has matched nothing matches the empty text.</summary>
    private void Reference(int number) => _result.Append(CultureInfo.InvariantCulture, $"(?({number})\\{number}|)");
}
