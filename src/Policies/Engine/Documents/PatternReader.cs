using System.Globalization;
using System.Text;

namespace Gates.Policies.Engine.Documents;

/// <summary>Reads the pattern language.</summary>
internal ref struct PatternReader
{
    private readonly string _text;
    private int _at;

    private PatternReader(string text) => _text = text;

    public static List<PatternStep> Read(string text)
    {
        if (text.Length == 0)
        {
            throw new FormatException("it is empty; write a key, `*` or `**`");
        }

        var reader = new PatternReader(text);
        return reader.ReadSteps();
    }

    /// <summary>Whether a key may hold this character without quotes.</summary>
    public static bool IsPlain(char c) => c is not ('.' or '[' or ']' or '"' or '*') && !char.IsWhiteSpace(c) && !char.IsControl(c);

    private List<PatternStep> ReadSteps()
    {
        var steps = new List<PatternStep>();
        while (_at < _text.Length)
        {
            if (_text[_at] == '[')
            {
                steps.Add(ReadBrackets());
                continue;
            }

            if (steps.Count > 0 && _text[_at++] != '.')
            {
                _at--;
                throw Wrong("expected `.` or `[`");
            }

            steps.Add(ReadStep());
        }

        return steps;
    }

    private PatternStep ReadStep()
    {
        var rest = _text.AsSpan(_at);
        if (rest.StartsWith("**", StringComparison.Ordinal))
        {
            _at += 2;
            return new PatternStep(PatternStepKind.Deep);
        }

        if (rest.StartsWith("*", StringComparison.Ordinal))
        {
            _at++;
            return new PatternStep(PatternStepKind.Any);
        }

        return new PatternStep(PatternStepKind.Key, rest.StartsWith("\"", StringComparison.Ordinal) ? ReadQuoted() : ReadPlain());
    }

    private PatternStep ReadBrackets()
    {
        var close = _text.IndexOf(']', _at);
        var inside = close < 0 ? "" : _text[(_at + 1)..close];
        if (inside == "*")
        {
            _at = close + 1;
            return new PatternStep(PatternStepKind.AnyItem);
        }

        if (!int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            throw Wrong("expected `[*]` or an index such as `[0]`");
        }

        _at = close + 1;
        return new PatternStep(PatternStepKind.Item, Index: index);
    }

    private string ReadPlain()
    {
        var start = _at;
        while (_at < _text.Length && IsPlain(_text[_at]))
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Wrong("expected a key, `\"a quoted key\"`, `*` or `**`");
    }

    private string ReadQuoted()
    {
        var key = new StringBuilder();
        for (var i = _at + 1; i < _text.Length; i++)
        {
            if (_text[i] == '"')
            {
                _at = i + 1;
                return key.ToString();
            }

            if (_text[i] == '\\' && i + 1 < _text.Length)
            {
                i++;
            }

            key.Append(_text[i]);
        }

        throw Wrong("the quote is not closed");
    }

    private readonly FormatException Wrong(string message) => new(FormattableString.Invariant($"{message} at character {_at + 1}"));
}
