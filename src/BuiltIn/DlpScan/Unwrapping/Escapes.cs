using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>
/// Takes text out of what strings, addresses, HTML and mail escape their characters with. Only what stands around an escape is taken over: the rest of
/// the text was seen as it is.
/// </summary>
internal static class Escapes
{
    private const int Before = 200;
    private const int After = 320;
    private const int MaxRegion = 96 << 10;
    private static readonly SearchValues<byte> Signs = SearchValues.Create("\\%&"u8);
    private static readonly SearchValues<byte> MailSigns = SearchValues.Create("\\%&="u8);

    /// <summary>Decodes on from <paramref name="at"/>, until <paramref name="to"/> is reached or there is no room left.</summary>
    /// <returns>Where to go on; <paramref name="to"/> or later at the end.</returns>
    public static int Decode(ReadOnlySpan<byte> text, int at, int to, bool isMail, DecodedText target)
    {
        var signs = isMail ? MailSigns : Signs;
        var done = -1;
        while (at < to)
        {
            var step = text[at..to].IndexOfAny(signs);
            if (step < 0)
            {
                return to;
            }

            at += step;
            if (!TryRead(text[at..], isMail, out _))
            {
                at++;
                continue;
            }

            if (target.Room < MaxRegion + Before + After + 8)
            {
                return at;
            }

            at = done = DecodeRegion(text, (at, done), signs, isMail, target);
        }

        return at;
    }

    /// <returns>Where the region ends.</returns>
    private static int DecodeRegion(ReadOnlySpan<byte> text, (int Escape, int Done) place, SearchValues<byte> signs, bool isMail, DecodedText target)
    {
        var (next, done) = place;
        var start = Math.Max(Math.Max(0, next - Before), done);
        var line = text[start..next].LastIndexOf((byte)'\n');
        start = line >= 0 ? start + line + 1 : start;
        if (start != done)
        {
            target.Separate();
        }

        var limit = Math.Min(text.Length, next + MaxRegion);
        var copied = start;
        while (next >= 0 && TryRead(text[next..], isMail, out var escape))
        {
            target.Copy(text[copied..next], copied);
            target.Begin(next, escape.Length, escape.Layer);
            if (escape.Value >= 0)
            {
                target.Put((byte)escape.Value);
            }

            copied = next + escape.Length;
            next = Next(text, copied, limit, signs, isMail);
        }

        var end = Math.Min(text.Length, copied + After);
        var rest = text[copied..end].IndexOf((byte)'\n');
        end = rest >= 0 ? copied + rest + 1 : end;
        target.Copy(text[copied..end], copied);
        return end;
    }

    /// <summary>The next escape of the same line, unless it is far away.</summary>
    private static int Next(ReadOnlySpan<byte> text, int from, int limit, SearchValues<byte> signs, bool isMail)
    {
        var end = Math.Min(limit, from + After);
        for (var at = from; at < end; at++)
        {
            var step = text[at..end].IndexOfAny(signs);
            if (step < 0)
            {
                return -1;
            }

            if (text.Slice(at, step).Contains((byte)'\n'))
            {
                return -1;
            }

            at += step;
            if (TryRead(text[at..], isMail, out _))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool TryRead(ReadOnlySpan<byte> text, bool isMail, out Escape escape)
    {
        escape = text[0] switch
        {
            (byte)'\\' => Backslash(text),
            (byte)'%' => Hex(text, 1, 2, Layer.Percent),
            (byte)'&' => Entity(text),
            _ => isMail ? Mail(text) : default,
        };
        return escape.Length > 0;
    }

    private static Escape Backslash(ReadOnlySpan<byte> text) => text.Length < 2 ? default : text[1] switch
    {
        (byte)'n' => new Escape('\n', 2, Layer.Escapes),
        (byte)'r' => new Escape('\r', 2, Layer.Escapes),
        (byte)'t' => new Escape('\t', 2, Layer.Escapes),
        (byte)'u' => Hex(text, 2, 4, Layer.Escapes),
        (byte)'x' => Hex(text, 2, 2, Layer.Escapes),
        (byte)'"' or (byte)'\'' or (byte)'/' or (byte)'\\' or (byte)':' or (byte)'=' or (byte)'#' or (byte)'!' or (byte)'@' or (byte)'&' or (byte)'$' =>
            new Escape(text[1], 2, Layer.Escapes),
        _ => default,
    };

    private static Escape Hex(ReadOnlySpan<byte> text, int start, int digits, Layer layer)
    {
        if (text.Length < start + digits)
        {
            return default;
        }

        var value = 0;
        foreach (var b in text.Slice(start, digits))
        {
            if (!char.IsAsciiHexDigit((char)b))
            {
                return default;
            }

            value = (value << 4) | Sextets.OfHex(b);
        }

        return IsText(value) ? new Escape(value, start + digits, layer) : default;
    }

    private static Escape Mail(ReadOnlySpan<byte> text) => text switch
    {
        [_, (byte)'\n', ..] => new Escape(-1, 2, Layer.QuotedPrintable),
        [_, (byte)'\r', (byte)'\n', ..] => new Escape(-1, 3, Layer.QuotedPrintable),
        _ => Hex(text, 1, 2, Layer.QuotedPrintable),
    };

    private static Escape Entity(ReadOnlySpan<byte> text)
    {
        var end = text[..Math.Min(text.Length, 10)].IndexOf((byte)';');
        if (end < 3)
        {
            return default;
        }

        var name = text[1..end];
        var value = name[0] == '#' ? Number(name[1..])
            : name.SequenceEqual("quot"u8) ? '"'
            : name.SequenceEqual("amp"u8) ? '&'
            : name.SequenceEqual("lt"u8) ? '<'
            : name.SequenceEqual("gt"u8) ? '>'
            : name.SequenceEqual("apos"u8) ? '\''
            : name.SequenceEqual("nbsp"u8) ? ' '
            : name.SequenceEqual("colon"u8) ? ':'
            : name.SequenceEqual("equals"u8) ? '='
            : name.SequenceEqual("commat"u8) ? '@'
            : 0;
        return IsText(value) ? new Escape(value, end + 1, Layer.Entities) : default;
    }

    private static int Number(ReadOnlySpan<byte> digits) =>
        digits.Length > 1 && (digits[0] | 0x20) == 'x'
            ? int.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : 0
            : Utf8Parser.TryParse(digits, out int value, out var read) && read == digits.Length ? value : 0;

    private static bool IsText(int value) => value is (>= ' ' and <= '~') or '\t' or '\n' or '\r';

    /// <param name="Value">What it stands for; -1 for nothing.</param>
    /// <param name="Length">How long it is; 0 means that there is none.</param>
    /// <param name="Layer">Of which kind.</param>
    private readonly record struct Escape(int Value, int Length, Layer Layer);
}
