using System.Text.RegularExpressions;

namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>
/// Finds where a private key ends, so that it hides nothing that follows. A key is lines of base64 of one length, the last one shorter, however
/// they are written down: on lines, after escapes, in quotes, behind comment signs. Anything else ends it.
/// </summary>
internal sealed partial class KeyReader
{
    // What stands between the lines of a key in source, settings and mail, beside white space.
    private const string Marks = "\"'`,;|>#*.&()<$";
    private const int MinLetters = 16;

    private readonly string text;
    private readonly KeyFormat format;
    private int position;
    private int bodyStart = -1;
    private int bodyEnd;
    private int width;
    private bool isUneven;

    private KeyReader(string text, KeyFormat format)
    {
        this.text = text;
        this.format = format;
    }

    /// <param name="text">What follows the key's first line.</param>
    /// <param name="format">How it ends.</param>
    public static KeySpan Read(string text, KeyFormat format)
    {
        var reader = new KeyReader(text, format);
        var end = reader.ReadToEnd();
        return reader.bodyStart < 0 ? default : new KeySpan(reader.bodyStart, reader.bodyEnd, end ?? reader.bodyEnd, end is not null);
    }

    /// <summary>The end of the last line; <see langword="null"/> when there is none.</summary>
    private int? ReadToEnd()
    {
        while (true)
        {
            SkipBetween();
            if (EndMark(position) is { } end)
            {
                return end;
            }

            if (FieldHere() is { Success: true } field)
            {
                position += field.Length;
                isUneven = false;
                width = 0;
                if (field.ValueSpan.StartsWith("Private-MAC") || field.ValueSpan.StartsWith("Private-Hash"))
                {
                    return position;
                }
            }
            else if (!ReadLine())
            {
                return null;
            }
        }
    }

    /// <summary>A field before the base64, or one of those that stand between and after it: what else is there is no part of a key.</summary>
    private Match FieldHere() => bodyStart < 0 ? Field().Match(text, position) : format == KeyFormat.Fields ? LaterField().Match(text, position) : Match.Empty;

    /// <summary>One line of base64; false when something else stands here.</summary>
    private bool ReadLine()
    {
        var start = position;
        var end = EndOfRun(start);
        if (end == start || !EndsAt(end) || text.AsSpan(start, end - start).TrimEnd('=').TrimStart('=').Contains('='))
        {
            return false;
        }

        position = end;
        if (bodyStart < 0)
        {
            // A short word first is a method's name or prose, and no line of the key.
            if (end - start < MinLetters)
            {
                return true;
            }

            bodyStart = start;
        }

        width = width == 0 ? end - start : width;
        isUneven |= end - start != width && !IsLastLine();
        bodyEnd = isUneven ? bodyEnd : end;
        return true;
    }

    private int EndOfRun(int start)
    {
        var end = start;
        while (end < text.Length && PemText.IsBase64(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether a run of base64 ends like a line, and not in the middle of a name or a token.</summary>
    private bool EndsAt(int end) =>
        end == text.Length
            || char.IsWhiteSpace(text[end])
            || text[end] is '\\' or '%'
            || Marks.Contains(text[end], StringComparison.Ordinal)
            || EndMark(end) is not null;

    /// <summary>Whether only the checksum of an armour, a field, or nothing comes before the end mark.</summary>
    private bool IsLastLine()
    {
        var here = position;
        SkipBetween();
        if (position < text.Length && text[position] == '=')
        {
            position = EndOfRun(position);
            SkipBetween();
        }

        var isLast = EndMark(position) is not null || FieldHere().Success;
        position = here;
        return isLast;
    }

    private int? EndMark(int at)
    {
        var match = Last().Match(text, at);
        return match.Success ? at + match.Length : null;
    }

    /// <summary>Passes white space, quotes, comment signs and line ends, also those that are written as escapes.</summary>
    private void SkipBetween()
    {
        while (position < text.Length && EndMark(position) is null)
        {
            var c = text[position];
            if (Escape().Match(text, position) is { Success: true } escape)
            {
                position += escape.Length;
            }
            else if (char.IsWhiteSpace(c) || c is '-' || Marks.Contains(c, StringComparison.Ordinal))
            {
                position++;
            }
            else if (c is '+' or '/' && EndOfRun(position) - position <= 2 && text.AsSpan(position, EndOfRun(position) - position).Trim("+/").IsEmpty)
            {
                position = EndOfRun(position);
            }
            else
            {
                return;
            }
        }
    }

    [GeneratedRegex(@"\G-----? ?END [A-Z0-9 ]{3,60}(?:-----?)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Last();

    [GeneratedRegex(@"\G[A-Za-z][A-Za-z0-9-]{1,30}: [^\r\n\\]{0,200}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"\GPrivate-(?:Lines|MAC|Hash): [0-9a-f]{1,64}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LaterField();

    [GeneratedRegex(
        @"\G(?:\\+(?:[nrt]|u000[aAdD]|x0[aAdD])?|%0[aAdD]|&#(?:10|13|x0?[aAdD]);|<br ?/?>)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Escape();
}

/// <summary>Where the parts of a private key stand in the text after its first line.</summary>
/// <param name="BodyStart">Where its first line of base64 begins.</param>
/// <param name="BodyEnd">Where its base64 ends: what stands before this and after <see cref="BodyStart"/> is nothing but the key.</param>
/// <param name="End">Where the key ends, its last line included.</param>
/// <param name="IsClosed">Whether it has its last line.</param>
internal readonly record struct KeySpan(int BodyStart, int BodyEnd, int End, bool IsClosed)
{
    /// <value>Whether there is no base64: the text is about keys, or writes one in a way that is not known.</value>
    public bool IsEmpty => BodyEnd == BodyStart;
}
