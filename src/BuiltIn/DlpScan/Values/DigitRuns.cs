using System.Runtime.Intrinsics;

namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>Finds numbers long enough to mean somebody or something.</summary>
internal static class DigitRuns
{
    private const int MaxLength = 80;

    /// <summary>The first place at or after <paramref name="from"/> where four digits follow each other, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<byte> text, int from)
    {
        var i = from;
        for (; i <= text.Length - Vector256<byte>.Count; i += Vector256<byte>.Count - 3)
        {
            var digits = Vector256.LessThanOrEqual(
                Vector256.Create(text.Slice(i, Vector256<byte>.Count)) - Vector256.Create((byte)'0'),
                Vector256.Create((byte)9));
            var mask = digits.ExtractMostSignificantBits();
            mask &= mask >> 1;
            mask &= mask >> 2;
            if (mask != 0)
            {
                return i + System.Numerics.BitOperations.TrailingZeroCount(mask);
            }
        }

        for (var run = 0; i < text.Length; i++)
        {
            run = char.IsAsciiDigit((char)text[i]) ? run + 1 : 0;
            if (run == 4)
            {
                return i - 3;
            }
        }

        return -1;
    }

    /// <summary>The whole number around four digits: digits and single spaces or hyphens between them.</summary>
    public static (int Start, int End, int Digits) Around(ReadOnlySpan<byte> text, int place)
    {
        var start = place;
        while (start > 0 && place - start < MaxLength && (IsDigit(text, start - 1) || (IsSeparator(text[start - 1]) && IsDigit(text, start - 2))))
        {
            start--;
        }

        var end = place;
        while (end < text.Length && end - place < MaxLength && (IsDigit(text, end) || (IsSeparator(text[end]) && IsDigit(text, end + 1))))
        {
            end++;
        }

        var digits = 0;
        foreach (var b in text[start..end])
        {
            digits += b >= '0' ? 1 : 0;
        }

        return (start, end, digits);
    }

    private static bool IsDigit(ReadOnlySpan<byte> text, int place) => (uint)place < (uint)text.Length && char.IsAsciiDigit((char)text[place]);

    private static bool IsSeparator(byte value) => value is (byte)' ' or (byte)'-';
}
