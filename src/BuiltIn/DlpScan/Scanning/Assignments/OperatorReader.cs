using System.Text;
using Gates.BuiltIn.DlpScan.Values.Passwords;
using static Gates.BuiltIn.DlpScan.Scanning.Assignments.TextScan;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>
/// A name, what assigns or compares, and a value: nearly all languages and settings. <c>password = "x"</c>, <c>PASSWORD: x</c>, <c>'password' => 'x'</c>,
/// <c>password: String = "x"</c>, <c>setPassword("x")</c>, <c>put("password", "x")</c>, <c>${PASSWORD:-x}</c>, <c>getenv("PASSWORD") or "x"</c>.
/// </summary>
internal sealed class OperatorReader : IAssignmentReader
{
    private enum Operator
    {
        None,
        Assign,
        Colon,
        Comma,
        Call,
        Default,

        /// <summary>The word.</summary>
        Is,
    }

    public ValuePlace? Read(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind)
    {
        var at = name.After;
        var found = Find(text, ref at, name);
        if (found == Operator.None)
        {
            return null;
        }

        if (found == Operator.Default)
        {
            return DefaultOf(text, at, name, kind);
        }

        var start = SkipBlanks(text, at);
        if (found == Operator.Is)
        {
            return kind is FileKind.Prose or FileKind.Markup or FileKind.Code ? BareReader.Written(text, name, kind, start) : null;
        }

        if (IsEnd(text, start))
        {
            return OnNextLine(text, start, name, kind, found);
        }

        var from = WrappedValue.Begin(text, start);
        if (from > start && IsEnd(text, from))
        {
            return OnNextLine(text, from, name, kind, found);
        }

        if (SecondOfPair(text, from) is var second && second != from)
        {
            return ValueReader.Quoted(text, second) is { } login ? login with { Form = ValueForm.Login } : null;
        }

        return ValueReader.Quoted(text, from) is { } quoted ? InQuotes(text, name, quoted, found)
            : found is Operator.Assign or Operator.Colon ? BareReader.Read(text, name, kind, start, found == Operator.Colon)
            : null;
    }

    private static ValuePlace? InQuotes(ReadOnlySpan<byte> text, in NamePlace name, ValuePlace quoted, Operator found) =>
        quoted.End == quoted.Start
        || (found == Operator.Comma && !IsOnlyPair(text, name, quoted.End + 1))
        || (found == Operator.Call && !IsOnlyArgument(text, name, quoted.End))
            ? null
            : found == Operator.Comma && name.Quote != 0 && name.Before is (byte)'{' or (byte)'[' ? quoted with { Form = ValueForm.Part } : quoted;

    private static Operator Find(ReadOnlySpan<byte> text, ref int at, in NamePlace name)
    {
        var closers = 0;
        while (At(text, at) is (byte)']' or (byte)')' or (byte)'?' && closers++ < 2)
        {
            at++;
        }

        at = SkipBlanks(text, at);
        var isCall = At(text, Math.Max(0, at - 1)) == (byte)')';
        var (found, length) = Simple(text, at, name);
        at += length;
        if (isCall && found is not (Operator.Default or Operator.None))
        {
            return At(text, at - length) == (byte)',' ? Operator.None : found;
        }

        if (found == Operator.Colon && name.Quote == 0)
        {
            SkipType(text, ref at);
        }

        if (found == Operator.None && name.Quote == 0 && name.End - name.Start > 4 && (IsBlank(At(text, at - 1)) || At(text, at) is (byte)'[' or (byte)'*'))
        {
            return SkipType(text, ref at) ? Operator.Assign : Operator.None;
        }

        return found;
    }

    private static (Operator Found, int Length) Simple(ReadOnlySpan<byte> text, int at, in NamePlace name)
    {
        var (first, second) = (At(text, at), At(text, at + 1));
        return (first, second) switch
        {
            ((byte)'=', (byte)'>') => (Operator.Assign, 2),
            ((byte)'=', (byte)'=') => (Operator.Assign, At(text, at + 2) == (byte)'=' ? 3 : 2),
            ((byte)'=', (byte)'~') => (Operator.None, 0),
            ((byte)'=', _) => (Operator.Assign, 1),
            ((byte)'!', (byte)'=') => (Operator.Assign, At(text, at + 2) == (byte)'=' ? 3 : 2),
            ((byte)':' or (byte)'?' or (byte)'+', (byte)'=') => (Operator.Assign, 2),
            ((byte)':', (byte)'-') => (Operator.Default, 2),
            ((byte)':', (byte)':') => (Operator.None, 0),
            ((byte)':', _) when IsPlaceholderOpen(text, name) => (Operator.Default, 1),
            ((byte)':', _) when name.Before == (byte)':' => (Operator.None, 0),
            (0xEF, 0xBC) when IsWideColon(text, at) => (Operator.Colon, 3),
            ((byte)'i', (byte)'s') when at > name.End && (IsBlank(At(text, at + 2)) || At(text, at + 2) == (byte)':') => (Operator.Is, At(text,
                at + 2) == (byte)':' ? 3 : 2),
            ((byte)':', _) => (Operator.Colon, 1),
            ((byte)'<', (byte)'-') => (Operator.Assign, 2),
            ((byte)'|', (byte)'|') or ((byte)'?', (byte)'?') => (Operator.Default, 2),
            ((byte)'o', (byte)'r') when IsBlank(At(text, at + 2)) => (Operator.Default, 3),
            ((byte)',', _) when (name.Quote != 0 && IsPair(text, name)) || name is { Quote: 0, Before: (byte)'{' } => (Operator.Comma, 1),
            ((byte)'(', _) when name.Quote == 0 => (Operator.Call, 1),
            ((byte)'{', (byte)'"') when name.Quote == 0 => (Operator.Call, 1),
            _ => (Operator.None, 0),
        };
    }

    /// <summary>Two arguments are a name and its value; three or more are a list.</summary>
    private static bool IsOnlyPair(ReadOnlySpan<byte> text, in NamePlace name, int after) =>
        name.Dashes > 0 || At(text, SkipBlanks(text, after)) is (byte)')' or (byte)'}' or (byte)']' or (byte)'.';

    // "pass" alone is a verb.
    private static bool IsOnlyArgument(ReadOnlySpan<byte> text, in NamePlace name, int after)
    {
        while (IsQuote(At(text, after)))
        {
            after++;
        }

        var word = text[name.Start..name.End];
        word = word[(word.LastIndexOf((byte)'.') + 1)..];
        var isVerb = Ascii.EqualsIgnoreCase(word[..Math.Min(4, word.Length)], "pass"u8) && (word.Length < 5 || (word[4] | 0x20) != 'w'
            && (word[4] | 0x20) != 'p');
        return !isVerb && At(text, SkipBlanks(text, after)) is (byte)')' or (byte)'}' or (byte)'.';
    }

    private static bool IsPair(ReadOnlySpan<byte> text, in NamePlace name)
    {
        var before = text[Math.Max(0, name.Outer - 24)..name.Outer].TrimEnd(" \t"u8);
        return name.Dashes > 0 ? before is [.., (byte)'[' or (byte)',' or (byte)'('] : before is [.., (byte)'(' or (byte)'{'] || (before is [..,
            (byte)'['] && name.End - name.Start > 4);
    }

    private static bool IsPlaceholderOpen(ReadOnlySpan<byte> text, in NamePlace name) =>
        name.Before == (byte)'{' && At(text, name.Outer - 2) is (byte)'$' or (byte)'#';

    /// <summary>Over the type of a declaration: <c>string =</c>, <c>As String =</c>, <c>&amp;'static str =</c>, <c>[] =</c>.</summary>
    private static bool SkipType(ReadOnlySpan<byte> text, ref int at)
    {
        var i = at;
        for (var limit = Math.Min(text.Length, at + 40); i < limit; i++)
        {
            var b = text[i];
            if (b == (byte)':' && At(text, i + 1) == (byte)'=')
            {
                // Ada: Password : constant String := "x".
                at = i + 2;
                return true;
            }

            if (b == (byte)'=')
            {
                if (i == at || At(text, i + 1) is (byte)'=' or (byte)'>' || At(text, i - 1) is (byte)'!' or (byte)'<' or (byte)'>')
                {
                    return false;
                }

                at = i + 1;
                return true;
            }

            if (!IsWord(b) && b is not ((byte)' ' or (byte)'\t' or (byte)'[' or (byte)']' or (byte)'*' or (byte)'&' or (byte)'.' or (byte)'?'
                or (byte)'\'' or (byte)'|'))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The password of <c>("user", "password")</c>.</summary>
    private static int SecondOfPair(ReadOnlySpan<byte> text, int at)
    {
        if (At(text, at - 1) != (byte)'(' || ValueReader.Quoted(text, at) is not { } first || At(text, SkipBlanks(text, first.End + 1)) != (byte)',')
        {
            return at;
        }

        var second = SkipBlanks(text, SkipBlanks(text, first.End + 1) + 1);
        return IsQuote(At(text, second)) ? second : at;
    }

    private static ValuePlace? DefaultOf(ReadOnlySpan<byte> text, int at, in NamePlace name, FileKind kind)
    {
        var start = SkipBlanks(text, at);
        if (ValueReader.Quoted(text, start) is { } quoted)
        {
            return quoted;
        }

        return name.Before == (byte)'{' ? ValueReader.Word(text, at, "}\"'`"u8, ValueForm.Bare) : null;
    }

    private static ValuePlace? OnNextLine(ReadOnlySpan<byte> text, int end, in NamePlace name, FileKind kind, Operator found)
    {
        if (kind is FileKind.Settings or FileKind.Shell or FileKind.Prose || (kind == FileKind.Yaml && found != Operator.Colon))
        {
            return null;
        }

        var next = SkipSpace(text, end);
        return kind == FileKind.Yaml && TextScan.LineStart(text, next) + Indent(text, name.Outer) >= next ? null : ValueReader.Quoted(text, next);
    }

    private static int Indent(ReadOnlySpan<byte> text, int place) => place - LineStart(text, place);
}
