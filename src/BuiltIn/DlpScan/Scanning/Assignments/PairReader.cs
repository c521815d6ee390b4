using Gates.BuiltIn.DlpScan.Values.Passwords;
using static Gates.BuiltIn.DlpScan.Scanning.Assignments.TextScan;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>The name is itself a value: <c>{"key":"password","value":"x"}</c>, <c>- name: DB_PASSWORD</c> with <c>value: x</c> below.</summary>
internal sealed class PairReader : IAssignmentReader
{
    private const int MaxBlock = 400;

    public ValuePlace? Read(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind)
    {
        if (kind == FileKind.Json && name.Quote != 0 && StartsWith(text, name.Outer - 9, "variable "u8))
        {
            return DefaultIn(text, name.After);
        }

        var at = name.After;
        for (var i = 0; i < 2 && At(text, at) is (byte)',' or (byte)'\\' or (byte)';'; i++)
        {
            at++;
        }

        var next = SkipSpace(text, at);
        var quote = IsQuote(At(text, next)) ? 1 : 0;
        next += quote;
        if (next == name.After || !IsNamed(text, name) || Label(text, next) is not (> 0 and var length))
        {
            return null;
        }

        next = SkipBlanks(text, next + length + quote);
        if (At(text, next) is not ((byte)':' or (byte)'='))
        {
            return null;
        }

        next = SkipBlanks(text, next + (At(text, next + 1) == (byte)'>' ? 2 : 1));
        return ValueReader.Quoted(text, next)
            ?? (kind == FileKind.Yaml && !IsEnd(text, next) ? ValueReader.Line(text, next) : null);
    }

    /// <summary>The default of a variable of Terraform, after its type and description.</summary>
    private static ValuePlace? DefaultIn(ReadOnlySpan<byte> text, int at)
    {
        var block = text[at..Math.Min(text.Length, at + MaxBlock)];
        var end = block.IndexOf((byte)'}');
        var found = block[..Math.Max(0, end)].IndexOf("default"u8);
        var equals = found < 0 ? -1 : SkipBlanks(text, at + found + 7);
        return equals > 0 && At(text, equals) == (byte)'=' ? ValueReader.Quoted(text, SkipBlanks(text, equals + 1)) : null;
    }

    private static int Label(ReadOnlySpan<byte> text, int at)
    {
        foreach (var label in (ReadOnlySpan<string>)["value", "defaultValue", "default_value", "default", "stringValue", "secretValue", "content"])
        {
            if (at + label.Length < text.Length && System.Text.Ascii.EqualsIgnoreCase(text.Slice(at, label.Length), label) && !IsWord(text[at + label.Length]))
            {
                return label.Length;
            }
        }

        return 0;
    }

    private static bool IsNamed(ReadOnlySpan<byte> text, in NamePlace name)
    {
        var before = text[Math.Max(0, name.Outer - 24)..name.Outer].TrimEnd(" \t"u8);
        if (before is not [.., (byte)':' or (byte)'=' or (byte)'>'])
        {
            return false;
        }

        before = before.TrimEnd(":=>\"'\\ \t"u8);
        return EndsWithWord(before, "name"u8) || EndsWithWord(before, "key"u8) || EndsWithWord(before, "id"u8) || EndsWithWord(before, "Name"u8)
            || EndsWithWord(before, "Key"u8) || EndsWithWord(before, "variable"u8) || EndsWithWord(before, "field"u8) || EndsWithWord(before, "property"u8);
    }

    private static bool EndsWithWord(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => text.EndsWith(word);
}
