using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Formats.Documents.Toml;

/// <summary>
/// Goes over a text before Tomlyn, which keeps a message for every mistake within one token and a node for every line, so that
/// hostile files cost it gigabytes and minutes. What it finds in texts in quotes is said with the place where it is.
/// </summary>
internal sealed partial class TomlGuard(string text, TomlPlaces places, DocumentLimits limits)
{
    private const int Lines = 1_000_000;
    private const int Dots = 1_000_000;
    private const int Word = 1_000;
    private const int Fraction = 8; // a dot and seven digits
    private char[]? masked;
    private int at;
    private int wordStart;
    private int dots;
    private int dotsOfKey;

    /// <returns>What Tomlyn is to read: as long as the text, and the same but for what is valid and unknown to Tomlyn.</returns>
    /// <exception cref="DocumentException">A control character, a text that is not closed or has a wrong escape, or beyond the limits.</exception>
    public string Check()
    {
        if (places.Lines > Lines)
        {
            throw places.Fail(0, FormattableString.Invariant($"more than {Lines:N0} lines"));
        }

        while (at < text.Length)
        {
            CheckCharacter();
            switch (text[at])
            {
                case '#': SkipComment(); break;
                case '"' or '\'': SkipText(); break;
                case var c when TomlPlaces.IsPlain(c): SkipWord(); break;
                default: dotsOfKey = text[at++] is '=' or ',' or '[' or '{' or '\n' ? 0 : dotsOfKey; break;
            }
        }

        return masked is null ? text : new string(masked);
    }

    private void SkipWord()
    {
        for (wordStart = at; at < text.Length && TomlPlaces.IsPlain(text[at]); at++)
        {
            if (text[at] == '.' && (++dotsOfKey >= limits.Depth || ++dots > Dots))
            {
                throw places.Fail(at, dots > Dots ? FormattableString.Invariant($"more than {Dots:N0} dots outside quotes") : TomlPlaces.TooDeep(limits));
            }
        }

        if (at - wordStart > Word)
        {
            throw places.Fail(wordStart, FormattableString.Invariant($"more than {Word:N0} characters without quotes"));
        }

        MaskTime();
    }

    /// <summary>Tomlyn knows no leap second, and of a second no more than seven digits.</summary>
    private void MaskTime()
    {
        var time = Time().Match(text, wordStart, at - wordStart);
        var (second, fraction) = (time.Groups["second"].Value, time.Groups["fraction"].Value);
        if (second != "60" && fraction.Length <= Fraction)
        {
            return;
        }

        var known = (second == "60" ? "59" : second) + fraction[..Math.Min(fraction.Length, Fraction)];
        (time.Groups["minute"].Value + known + time.Groups["zone"].Value).PadRight(time.Length).CopyTo(Mask(time.Index, time.Length));
    }

    private Span<char> Mask(int start, int length) => (masked ??= text.ToCharArray()).AsSpan(start, length);

    private void SkipComment()
    {
        for (; at < text.Length && text[at] != '\n'; at++)
        {
            CheckCharacter();
        }
    }

    private void SkipText()
    {
        var (start, quote) = (at, text[at]);
        var isLong = Is(new string(quote, 3));
        var fence = new string(quote, isLong ? 3 : 1);
        at += fence.Length;
        while (at < text.Length && !Is(fence) && (isLong || text[at] != '\n'))
        {
            CheckCharacter();
            at += quote == '"' && text[at] == '\\' ? EscapeLength(isLong) : 1;
        }

        if (!Is(fence))
        {
            throw places.Fail(start, "the text is not closed; expected " + (isLong ? $"`{fence}`" : $"`{fence}` on the same line"));
        }

        at += fence.Length;

        // Up to two quotes may stand directly before the closing three.
        for (var more = 0; isLong && more < 2 && at < text.Length && text[at] == quote; more++)
        {
            at++;
        }
    }

    private int EscapeLength(bool isLong)
    {
        if (at + 1 == text.Length)
        {
            return 1;
        }

        var escape = text[at + 1];
        switch (escape)
        {
            case 'b' or 't' or 'n' or 'f' or 'r' or 'e' or '"' or '\\':
                return 2;
            case 'x' or 'u' or 'U':
                var digits = escape switch { 'x' => 2, 'u' => 4, _ => 8 };
                return IsCharacter(text.AsSpan(at + 2, Math.Min(digits, text.Length - at - 2)), digits)
                    ? 2 + digits
                    : throw places.Fail(at, FormattableString.Invariant($"expected {digits} hexadecimal digits of a character"));
            case ' ' or '\t' or '\n' when isLong:
                return LineEndLength();
            default:
                throw places.Fail(at, $"\\{escape} is no escape; write \\\\ for a backslash, or use single quotes");
        }
    }

    /// <summary>Tomlyn knows no blanks between the backslash and the line's end, unless the next line begins with one; empty lines mean the same.</summary>
    private int LineEndLength()
    {
        var blanks = text.AsSpan(at + 1).IndexOfAnyExcept(" \t");
        if (blanks < 0 || text[at + 1 + blanks] != '\n')
        {
            throw places.Fail(at + 2, "only the line's end can follow a backslash and a space");
        }

        if (blanks > 0)
        {
            Mask(at + 1, blanks).Fill('\n');
        }

        return 1 + blanks;
    }

    private static bool IsCharacter(ReadOnlySpan<char> code, int digits) =>
        code.Length == digits && uint.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && Rune.IsValid(value);

    /// <summary>A second byte order mark would go unseen: Tomlyn leaves the first out, and counts wrong after it.</summary>
    private void CheckCharacter()
    {
        var c = text[at];
        if ((c < ' ' && c is not ('\t' or '\n')) || c == '\x7F' || (c == '\uFEFF' && at == 0))
        {
            throw places.Fail(at, FormattableString.Invariant($"the control character U+{(int)c:X4} cannot stand here"));
        }
    }

    private bool Is(string token) => string.CompareOrdinal(text, at, token, 0, token.Length) == 0;

    [GeneratedRegex(@"(?<minute>\d{2}:\d{2}:)(?<second>\d{2})(?<fraction>\.\d+)?(?<zone>[Zz]|[-+]\d{2}:\d{2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();
}
