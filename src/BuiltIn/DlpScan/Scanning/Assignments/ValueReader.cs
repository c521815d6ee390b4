using Gates.BuiltIn.DlpScan.Values.Passwords;
using static Gates.BuiltIn.DlpScan.Scanning.Assignments.TextScan;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>Finds where a value ends that begins at a place.</summary>
internal static class ValueReader
{
    private const int MaxLength = 400;

    /// <summary>A value in quotes, with its prefix (<c>b"</c>, <c>@"</c>, <c>N'</c>), escaped quotes, or three of them.</summary>
    public static ValuePlace? Quoted(ReadOnlySpan<byte> text, int at)
    {
        at = SkipPrefix(text, at);
        var escapes = 0;
        for (; At(text, at) == (byte)'\\' && escapes < 4; at++)
        {
            escapes++;
        }

        if (StartsWith(text, at, "&quot;"u8))
        {
            var inner = text[(at + 6)..Math.Min(text.Length, at + 6 + MaxLength)];
            var close = inner.IndexOf("&quot;"u8);
            return close > 0 ? new ValuePlace(at + 6, at + 6 + close, ValueForm.Quoted) : null;
        }

        var quote = At(text, at);
        if (!IsQuote(quote))
        {
            return Bracketed(text, at);
        }

        var isTriple = quote != (byte)'`' && At(text, at + 1) == quote && At(text, at + 2) == quote;
        return isTriple ? Triple(text, at + 3, quote) : Single(text, at + 1, quote, escapes);
    }

    /// <summary>Perl and Ruby: <c>q(x)</c>, <c>qq{x}</c>, <c>%q[x]</c>.</summary>
    private static ValuePlace? Bracketed(ReadOnlySpan<byte> text, int at)
    {
        at += At(text, at) == (byte)'%' ? 1 : 0;
        if (At(text, at) != (byte)'q')
        {
            return null;
        }

        at += At(text, at + 1) == (byte)'q' ? 2 : 1;
        var close = At(text, at) switch { (byte)'(' => (byte)')', (byte)'{' => (byte)'}', (byte)'[' => (byte)']', _ => (byte)0 };
        var length = close == 0 ? -1 : text[(at + 1)..LineEnd(text, at)].IndexOf(close);
        return length is > 0 and <= MaxLength ? new ValuePlace(at + 1, at + 1 + length, ValueForm.Quoted) : null;
    }

    private static int SkipPrefix(ReadOnlySpan<byte> text, int at)
    {
        for (var i = 0; i < 3; i++)
        {
            var b = At(text, at + i);
            if (IsQuote(b))
            {
                // An f-string or $"…" is a template only where braces stand in it: the judge sees those.
                return at + i;
            }

            if (!(b is (byte)'b' or (byte)'r' or (byte)'u' or (byte)'f' or (byte)'L' or (byte)'N' or (byte)'@' or (byte)'$' or (byte)'B' or (byte)'R'))
            {
                break;
            }
        }

        return at;
    }

    private static ValuePlace? Triple(ReadOnlySpan<byte> text, int at, byte quote)
    {
        at = SkipSpace(text, at);
        var rest = text[at..Math.Min(text.Length, at + MaxLength)];
        var end = rest.IndexOf([quote, quote, quote]);
        if (end < 0)
        {
            return null;
        }

        end = rest[..end].TrimEnd(" \t\r\n"u8).Length;
        return rest[..end].Contains((byte)'\n') ? null : new ValuePlace(at, at + end, ValueForm.Quoted);
    }

    private static ValuePlace? Single(ReadOnlySpan<byte> text, int at, byte quote, int escapes)
    {
        for (var i = at; i < text.Length && i < at + MaxLength && !IsEnd(text, i); i++)
        {
            var b = text[i];
            if (b == quote)
            {
                // SQL and VB double a quote to write it.
                if (escapes == 0 && At(text, i + 1) == quote && i > at && char.IsAsciiLetterOrDigit((char)At(text, i + 2)) && quote != (byte)'`')
                {
                    i++;
                    continue;
                }

                return new ValuePlace(at, i - (escapes > 0 ? Backslashes(text, i, at) : 0), ValueForm.Quoted);
            }

            if (b == (byte)'\\' && escapes == 0)
            {
                i++;
            }
        }

        return null;
    }

    private static int Backslashes(ReadOnlySpan<byte> text, int end, int start)
    {
        var count = 0;
        while (end - count - 1 >= start && text[end - count - 1] == (byte)'\\')
        {
            count++;
        }

        return count;
    }

    /// <summary>The rest of the line without its comment.</summary>
    public static ValuePlace? Line(ReadOnlySpan<byte> text, int at)
    {
        var end = LineEnd(text, at);
        for (var i = at + 1; i < end; i++)
        {
            if (text[i] is (byte)'#' or (byte)';' && IsBlank(text[i - 1]))
            {
                end = i;
            }
        }

        return Trimmed(text, at, end, ValueForm.Bare);
    }

    /// <summary>To the next blank or what ends a word in a shell.</summary>
    public static ValuePlace? Word(ReadOnlySpan<byte> text, int at, ReadOnlySpan<byte> stops, ValueForm form)
    {
        var end = at;
        for (var last = LineEnd(text, at); end < last && !IsBlank(text[end]) && !stops.Contains(text[end]); end++)
        {
            if (text[end] == (byte)'\\' && (IsQuote(At(text, end + 1)) || At(text, end + 1) is (byte)'n' or (byte)'r'))
            {
                break;
            }
        }

        return Trimmed(text, at, end, form);
    }

    public static ValuePlace? Trimmed(ReadOnlySpan<byte> text, int at, int end, ValueForm form)
    {
        while (end > at && IsSpace(text[end - 1]))
        {
            end--;
        }

        return end > at && end - at <= MaxLength ? new ValuePlace(at, end, form) : null;
    }
}
