using Gates.BuiltIn.DlpScan.Values.Passwords;
using static Gates.BuiltIn.DlpScan.Scanning.Assignments.TextScan;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>
/// Only a blank between name and value: <c>--password x</c>, <c>storePassword 'x'</c>, <c>IDENTIFIED BY 'x'</c>, <c>ENV DB_PASSWORD x</c>, netrc.
/// </summary>
internal sealed class CommandReader : IAssignmentReader
{
    public ValuePlace? Read(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind)
    {
        if (name.Quote != 0 || !IsBlank(At(text, name.After)))
        {
            return null;
        }

        var at = SkipBlanks(text, name.After);
        if (IsEnd(text, at))
        {
            return null;
        }

        if (At(text, at) is (byte)'\'' or (byte)'"' && ValueReader.Quoted(text, at) is { } quoted)
        {
            return name.Dashes > 0 || IsSql(text, name) || (kind is FileKind.Code or FileKind.Settings or FileKind.Json && IsStatement(text, name))
                ? quoted : null;
        }

        if (!char.IsAsciiLetterOrDigit((char)text[at]) && text[at] is not ((byte)'!' or (byte)'@' or (byte)'#' or (byte)'*' or (byte)'^' or (byte)'+'))
        {
            return null;
        }

        if (name.Dashes > 0)
        {
            return ValueReader.Word(text, at, ";|&)<>\"'`,]"u8, kind is FileKind.Shell or FileKind.Yaml ? ValueForm.Bare : ValueForm.Words);
        }

        return IsNetrc(text, name, kind) || (kind == FileKind.Shell && IsInstruction(text, name)) || (kind == FileKind.Settings && IsFirst(text, name))
            ? ValueReader.Word(text, at, [], ValueForm.Bare)
            : null;
    }

    /// <summary><c>storePassword 'x'</c>, <c>#define PASSWORD "x"</c>: the name begins the line, and is more than the verb "pass".</summary>
    private static bool IsStatement(ReadOnlySpan<byte> text, in NamePlace name)
    {
        var before = text[LineStart(text, name.Outer)..name.Outer].Trim(" \t"u8);
        return name.End - name.Start > 4 && (before.IsEmpty || before.EndsWith("define"u8));
    }

    private static bool IsSql(ReadOnlySpan<byte> text, in NamePlace name) =>
        IsWordAt(text, name.Start, "password"u8) && text[Math.Max(0, name.Start - 5)..name.Start].EndsWith("WITH "u8)
        || At(text, name.End - 1) is (byte)'Y' or (byte)'y';

    private static bool IsNetrc(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind)
    {
        if (kind is not (FileKind.Settings or FileKind.Prose or FileKind.Shell))
        {
            return false;
        }

        var before = text[Math.Max(0, name.Outer - 200)..name.Outer];
        return before.LastIndexOf("login "u8) is var login and >= 0 && before.LastIndexOf("machine "u8) is var machine and >= 0 && login > machine;
    }

    private static bool IsInstruction(ReadOnlySpan<byte> text, in NamePlace name)
    {
        var before = text[LineStart(text, name.Outer)..name.Outer].Trim(" \t"u8);
        return before.SequenceEqual("ENV"u8) || before.SequenceEqual("env"u8);
    }

    private static bool IsFirst(ReadOnlySpan<byte> text, in NamePlace name) => text[LineStart(text, name.Outer)..name.Outer].Trim(" \t"u8).IsEmpty;
}
