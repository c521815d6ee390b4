using System.Text;
using Gates.BuiltIn.DlpScan.Values.Passwords;
using static Gates.BuiltIn.DlpScan.Scanning.Assignments.TextScan;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>A value without quotes: how far it goes is told by the kind of file and by what surrounds the name.</summary>
internal static class BareReader
{
    public static ValuePlace? Read(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind, int at, bool isColon)
    {
        if (name.Quote == 0 && kind is FileKind.Code or FileKind.Json or FileKind.Markup or FileKind.Shell or FileKind.Yaml
            && Enclosing(text, name, kind) is var quote and not 0)
        {
            return Part(text, at, quote, isColon);
        }

        if (name.Before is (byte)';' or (byte)'?' or (byte)'&')
        {
            return isColon ? null : Part(text, at, (byte)'"', isColon);
        }

        return kind switch
        {
            FileKind.Settings => BeginsLine(text, name.Outer) ? ValueReader.Line(text, at) : ValueReader.Word(text, at, ";\"'"u8, ValueForm.Bare),
            FileKind.Yaml => isColon ? Yaml(text, name, at) : BeginsLine(text, name.Outer) ? ValueReader.Line(text, at) : ShellWord(text, at),
            FileKind.Shell => isColon ? Prose(text, at) : ShellWord(text, at),
            FileKind.Prose => name.Before != (byte)':' ? Prose(text, at) : null,
            FileKind.Code => InComment(text, name.Outer) || (!isColon && IsFieldOfUrl(text, name)) ? Prose(text, at) : null,
            FileKind.Markup => Prose(text, at),
            _ => null,
        };
    }

    private static byte Enclosing(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind) => kind == FileKind.Yaml && name.Before == (byte)'\''
        ? name.Before
        : OpenQuote(text, name.Outer, onlyDouble: kind is FileKind.Yaml or FileKind.Markup);

    private static ValuePlace? ShellWord(ReadOnlySpan<byte> text, int at) => ValueReader.Word(text, at, ";|&)<>\"'`"u8, ValueForm.Bare);

    /// <summary>A field of a connection string, a query or a message inside a longer text in quotes.</summary>
    private static ValuePlace? Part(ReadOnlySpan<byte> text, int at, byte quote, bool isColon)
    {
        if (At(text, at) == (byte)'{' && Encoding.Latin1.GetString(text[LineStart(text, at)..at]).Contains("driver={", StringComparison.OrdinalIgnoreCase))
        {
            // ODBC puts braces around what holds a semicolon.
            var close = text[at..LineEnd(text, at)].IndexOf("};"u8);
            return close > 0 ? new ValuePlace(at + 1, at + close, ValueForm.Part) : null;
        }

        return ValueReader.Word(text, at, [quote, (byte)';', (byte)'&', (byte)'<', .. isColon ? ",)"u8 : []], isColon ? ValueForm.Words : ValueForm.Part);
    }

    /// <summary>"The password is x.", where people write, and in comments.</summary>
    public static ValuePlace? Written(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind, int at) =>
        kind == FileKind.Code && !InComment(text, name.Outer) ? null
            : ValueReader.Quoted(text, at) is { } quoted ? quoted with { Form = ValueForm.Words }
            : Prose(text, at);

    private static ValuePlace? Prose(ReadOnlySpan<byte> text, int at)
    {
        if (ValueReader.Word(text, at, "`\"'<;&|"u8, ValueForm.Words) is not { } word)
        {
            return null;
        }

        var end = word.End;
        while (end > word.Start && text[end - 1] is (byte)'.' or (byte)',' or (byte)')' or (byte)':' or (byte)']' or (byte)'}' or (byte)'*')
        {
            end--;
        }

        return end > word.Start ? word with { End = end } : null;
    }

    private static ValuePlace? Yaml(ReadOnlySpan<byte> text, in NamePlace name, int at)
    {
        at = SkipMarks(text, at);
        if (At(text, at) is (byte)'|' or (byte)'>')
        {
            return Block(text, name, at);
        }

        if (ValueReader.Quoted(text, at) is { } quoted)
        {
            return quoted;
        }

        if (ValueReader.Line(text, at) is not { } line || !IsBlank(text[at - 1]))
        {
            return null;
        }

        var before = text[LineStart(text, name.Outer)..name.Outer];
        if (before.LastIndexOf((byte)'{') > before.LastIndexOf((byte)'}'))
        {
            var stop = text[line.Start..line.End].IndexOfAny((byte)',', (byte)'}');
            return stop < 0 ? line : ValueReader.Trimmed(text, line.Start, line.Start + stop, ValueForm.Bare);
        }

        return line;
    }

    /// <summary>Over an anchor and a tag; one that is sealed says so itself.</summary>
    private static int SkipMarks(ReadOnlySpan<byte> text, int at)
    {
        while (At(text, at) == (byte)'&' || StartsWith(text, at, "!!"u8))
        {
            var blank = text[at..LineEnd(text, at)].IndexOf((byte)' ');
            if (blank < 0)
            {
                return at;
            }

            at = SkipBlanks(text, at + blank);
        }

        return at;
    }

    /// <summary>A block of one line.</summary>
    private static ValuePlace? Block(ReadOnlySpan<byte> text, in NamePlace name, int at)
    {
        var start = LineEnd(text, at);
        if (start - at > 3)
        {
            return null;
        }

        var next = SkipSpace(text, start);
        var after = SkipSpace(text, LineEnd(text, next));
        var indent = next - LineStart(text, next);
        return indent == 0 || (after < text.Length && after - LineStart(text, after) >= indent) || next == start
            ? null
            : ValueReader.Trimmed(text, next, LineEnd(text, next), ValueForm.Bare);
    }

    private static bool InComment(ReadOnlySpan<byte> text, int place)
    {
        var before = text[LineStart(text, place)..place];
        return before.IndexOf("//"u8) >= 0 || before.IndexOf((byte)'#') >= 0 || before.IndexOf("--"u8) >= 0 || before.TrimStart(" \t"u8) is [(byte)'*', ..];
    }

    private static bool IsFieldOfUrl(ReadOnlySpan<byte> text, in NamePlace name) => name.Before is (byte)'?' or (byte)'&' or (byte)';';
}
