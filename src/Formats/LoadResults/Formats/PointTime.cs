using System.Buffers.Text;

namespace Gates.Formats.LoadResults.Formats;

/// <summary>Reads the times that k6 writes: RFC 3339 with up to nine digits of a second, or seconds or fractions of them since 1970.</summary>
internal static class PointTime
{
    public static bool TryRead(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        return text.Length > 19 && text[10] == 'T' ? TryReadDate(text, out ticks) : TryReadNumber(text, out ticks);
    }

    private static bool TryReadDate(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (!TwoDigits(text[0..], out var century)
            || !TwoDigits(text[2..], out var year)
            || !TwoDigits(text[5..], out var month)
            || !TwoDigits(text[8..], out var day)
            || !TwoDigits(text[11..], out var hour) || !TwoDigits(text[14..], out var minute) || !TwoDigits(text[17..], out var second)
            || century < 1
                || month is < 1 or > 12
                || day < 1
                || day > DateTime.DaysInMonth((century * 100) + year, month)
                || hour > 23
                || minute > 59
                || second > 60)
        {
            return false;
        }

        var at = 19;
        var unit = TimeSpan.TicksPerSecond;
        long fraction = 0;
        for (at += text[at] == '.' ? 1 : 0; at < text.Length && char.IsAsciiDigit((char)text[at]); at++)
        {
            unit /= 10;
            fraction += unit * (text[at] - '0');
        }

        if (at >= text.Length || !TryReadOffset(text[at..], out var offset))
        {
            return false;
        }

        ticks = new DateTime((century * 100) + year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks
            + (((((hour * 60) + minute - offset) * 60L) + second) * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    /// <summary>Minutes east of Greenwich: <c>Z</c> or <c>+02:00</c>.</summary>
    private static bool TryReadOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text is [(byte)'Z'])
        {
            return true;
        }

        if (text.Length != 6 || !TwoDigits(text[1..], out var hour) || !TwoDigits(text[4..], out var minute))
        {
            return false;
        }

        minutes = (text[0] == '-' ? -1 : 1) * ((hour * 60) + minute);
        return true;
    }

    /// <summary>The number's size tells its unit: seconds, milliseconds, microseconds or nanoseconds since 1970.</summary>
    private static bool TryReadNumber(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (!Utf8Parser.TryParse(text, out double number, out var used) || used != text.Length || number is < 0 or > 1e20)
        {
            return false;
        }

        var seconds = number < 1e11 ? number : number < 1e14 ? number / 1e3 : number < 1e17 ? number / 1e6 : number / 1e9;
        ticks = DateTime.UnixEpoch.Ticks + (long)(seconds * TimeSpan.TicksPerSecond);
        return true;
    }

    private static bool TwoDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        if (text.Length < 2 || !char.IsAsciiDigit((char)text[0]) || !char.IsAsciiDigit((char)text[1]))
        {
            return false;
        }

        number = ((text[0] - '0') * 10) + text[1] - '0';
        return true;
    }
}
