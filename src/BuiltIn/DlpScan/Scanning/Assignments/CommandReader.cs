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
            return name.Dashes > 0 || IsSql(text, name) || IsInstruction(text, name, kind)
                || (kind is FileKind.Code or FileKind.Settings or FileKind.Json or FileKind.Prose && IsStatement(text, name, kind))
                ? quoted
                : kind == FileKind.Prose && name.End - name.Start > 4 ? quoted with { Form = ValueForm.Words } : null;
        }

        at = SkipLevel(text, at, kind);

        if (!char.IsAsciiLetterOrDigit((char)text[at]) && text[at] is not ((byte)'!' or (byte)'@' or (byte)'#' or (byte)'*' or (byte)'^' or (byte)'+'))
        {
            return null;
        }

        if (name.Dashes > 0)
        {
            return ValueReader.Word(text, at, ";|&)<>\"'`,]"u8, kind is FileKind.Shell or FileKind.Yaml ? ValueForm.Bare : ValueForm.Words);
        }

        if (IsRouter(text, name, kind))
        {
            return ValueReader.Word(text, at, [], ValueForm.Login);
        }

        return IsNetrc(text, name, kind) || IsInstruction(text, name, kind) || (kind == FileKind.Settings && IsFirst(text, name))
            ? ValueReader.Word(text, at, [], ValueForm.Bare)
            : null;
    }

    /// <summary><c>storePassword 'x'</c>, <c>#define PASSWORD "x"</c>: the name begins the line, and is more than the verb "pass".</summary>
    private static bool IsStatement(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind)
    {
        var before = text[LineStart(text, name.Outer)..name.Outer].Trim(" \t"u8);
        return name.End - name.Start > 4
            && (before.EndsWith("define"u8) || (kind != FileKind.Prose && before.IsEmpty) || (kind == FileKind.Code && IsLisp(before)));
    }

    /// <summary><c>(def password "x")</c>, <c>(setq password "x")</c>, <c>{:password "x"}</c>.</summary>
    private static bool IsLisp(ReadOnlySpan<byte> before) =>
        before.EndsWith(":"u8) || before.EndsWith("(def"u8) || before.EndsWith("(defvar"u8) || before.EndsWith("(defconst"u8)
        || before.EndsWith("(defparameter"u8) || before.EndsWith("(setq"u8) || before.EndsWith("(setq-default"u8);

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

    /// <summary><c>ENV NAME x</c>, <c>set -gx NAME x</c> of fish, <c>setenv NAME x</c> of csh, <c>set name x</c> of Tcl.</summary>
    private static bool IsInstruction(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind)
    {
        var before = text[LineStart(text, name.Outer)..name.Outer].Trim(" \t"u8);
        return kind switch
        {
            FileKind.Shell => before.SequenceEqual("ENV"u8) || before.SequenceEqual("env"u8) || before.SequenceEqual("setenv"u8)
                || before.SequenceEqual("set"u8) || (before.StartsWith("set -"u8) && !before[5..].ContainsAnyExceptInRange((byte)'a', (byte)'z')),
            FileKind.Prose => before.SequenceEqual("setenv"u8),
            _ => false,
        };
    }

    /// <summary>A router's <c>enable secret x</c>, <c>username admin password 0 x</c>.</summary>
    private static bool IsRouter(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind)
    {
        var before = text[LineStart(text, name.Outer)..name.Outer].Trim(" \t"u8);
        return kind is FileKind.Settings or FileKind.Prose && (before.SequenceEqual("enable"u8) || before.StartsWith("username "u8));
    }

    /// <summary>A router says by a digit how the value is written.</summary>
    private static int SkipLevel(ReadOnlySpan<byte> text, int at, FileKind kind) =>
        kind is FileKind.Settings or FileKind.Prose && char.IsAsciiDigit((char)At(text, at)) && IsBlank(At(text, at + 1)) ? SkipBlanks(text, at + 1) : at;

    private static bool IsFirst(ReadOnlySpan<byte> text, in NamePlace name) => text[LineStart(text, name.Outer)..name.Outer].Trim(" \t"u8).IsEmpty;
}
