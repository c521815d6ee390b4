using Gates.BuiltIn.DlpScan.Values.Passwords;
using static Gates.BuiltIn.DlpScan.Scanning.Assignments.TextScan;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>XML: <c>&lt;password>x&lt;/password></c>, <c>&lt;add key="Password" value="x"/></c>, <c>&lt;property name="password">x&lt;/property></c>.</summary>
internal sealed class MarkupValues : IAssignmentReader
{
    private const int MaxTag = 200;

    public ValuePlace? Read(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind)
    {
        if (name.Quote == 0)
        {
            return IsOpened(text, name) ? Content(text, name.After) : OfPropertyList(text, name);
        }

        if (name.Before != (byte)'=' || !IsNaming(text, name.Outer - 1))
        {
            return null;
        }

        var tag = text[name.After..Math.Min(text.Length, name.After + MaxTag)];
        var end = tag.IndexOf((byte)'>');
        if (end < 0)
        {
            return null;
        }

        var value = tag[..end].IndexOf("value"u8);
        return value >= 0 && At(tag, SkipBlanks(tag, value + 5)) == (byte)'='
            ? ValueReader.Quoted(text, name.After + SkipBlanks(tag, SkipBlanks(tag, value + 5) + 1))
            : end > 0 && tag[end - 1] == (byte)'/' ? null : Content(text, name.After);
    }

    /// <summary><c>&lt;key>password&lt;/key>&lt;string>x&lt;/string></c>.</summary>
    private static ValuePlace? OfPropertyList(ReadOnlySpan<byte> text, in NamePlace name) =>
        name.Before == (byte)'>' && StartsWith(text, name.After, "</key>"u8)
        && SkipSpace(text, name.After + 6) is var next && StartsWith(text, next, "<string>"u8)
            ? Content(text, next + 7)
            : null;

    // An element's name may have a namespace before it, and words: <ns:dbPassword>.
    private static bool IsOpened(ReadOnlySpan<byte> text, in NamePlace name) =>
        name.Before == (byte)'<' || (name.Before == (byte)':' && text[Math.Max(0, name.Outer - 20)..name.Outer].LastIndexOf((byte)'<') >= 0);

    private static bool IsNaming(ReadOnlySpan<byte> text, int equals)
    {
        var before = text[Math.Max(0, equals - 10)..equals].TrimEnd(" \t"u8);
        return before.EndsWith("name"u8) || before.EndsWith("key"u8) || before.EndsWith("id"u8) || before.EndsWith("Name"u8) || before.EndsWith("Key"u8);
    }

    private static ValuePlace? Content(ReadOnlySpan<byte> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + MaxTag)];
        var open = rest.IndexOf((byte)'>');
        if (open < 0 || (open > 0 && (rest[open - 1] == (byte)'/' || !IsSpace(rest[0]))) || rest[..open].Contains((byte)'<'))
        {
            return null;
        }

        var start = SkipSpace(text, at + open + 1);
        start += StartsWith(text, start, "<![CDATA["u8) ? 9 : 0;
        if (StartsWith(text, start, "<string>"u8) || StartsWith(text, start, "<value>"u8))
        {
            start += text[start..].IndexOf((byte)'>') + 1;
        }

        var end = text[start..Math.Min(text.Length, start + 400)].IndexOfAny((byte)'<', (byte)'\n');
        if (end > 0 && StartsWith(text, start, "]]>"u8))
        {
            return null;
        }

        // In code, what looks like a tag is a type: an element has an end.
        return end <= 0 || !(StartsWith(text, start + end, "</"u8) || text[start + end] == (byte)'\n') || (text[start + end] == (byte)'\n'
            && !Closes(text, start + end))
            ? null
            : ValueReader.Trimmed(text, start, start + WithoutSection(text.Slice(start, end)), ValueForm.Quoted);
    }

    private static bool Closes(ReadOnlySpan<byte> text, int at) => StartsWith(text, SkipSpace(text, at), "</"u8);

    private static int WithoutSection(ReadOnlySpan<byte> content) => content.IndexOf("]]>"u8) is var close and >= 0 ? close : content.Length;
}
