using System.Globalization;
using System.Text;

namespace Gates.Policies.Engine.Documents;

/// <summary>Reads the pattern language.</summary>
internal ref struct PatternReader
{
    private readonly string text;
    private int at;

    private PatternReader(string text) => this.text = text;

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
        while (at < text.Length)
        {
            if (text[at] == '[')
            {
                steps.Add(ReadBrackets());
                continue;
            }

            if (steps.Count > 0 && text[at++] != '.')
            {
                at--;
                throw Wrong("expected `.` or `[`");
            }

            steps.Add(ReadStep());
        }

        return steps;
    }

    private PatternStep ReadStep()
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("**", StringComparison.Ordinal))
        {
            at += 2;
            return new PatternStep(PatternStepKind.Deep);
        }

        if (rest.StartsWith("*", StringComparison.Ordinal))
        {
            at++;
            return new PatternStep(PatternStepKind.Any);
        }

        return new PatternStep(PatternStepKind.Key, rest.StartsWith("\"", StringComparison.Ordinal) ? ReadQuoted() : ReadPlain());
    }

    private PatternStep ReadBrackets()
    {
        var close = text.IndexOf(']', at);
        var inside = close < 0 ? "" : text[(at + 1)..close];
        if (inside == "*")
        {
            at = close + 1;
            return new PatternStep(PatternStepKind.AnyItem);
        }

        if (!int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            throw Wrong("expected `[*]` or an index such as `[0]`");
        }

        at = close + 1;
        return new PatternStep(PatternStepKind.Item, Index: index);
    }

    private string ReadPlain()
    {
        var start = at;
        while (at < text.Length && IsPlain(text[at]))
        {
            at++;
        }

        return at > start ? text[start..at] : throw Wrong("expected a key, `\"a quoted key\"`, `*` or `**`");
    }

    private string ReadQuoted()
    {
        var key = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                at = i + 1;
                return key.ToString();
            }

            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
            }

            key.Append(text[i]);
        }

        throw Wrong("the quote is not closed");
    }

    private readonly FormatException Wrong(string message) => new(FormattableString.Invariant($"{message} at character {at + 1}"));
}
