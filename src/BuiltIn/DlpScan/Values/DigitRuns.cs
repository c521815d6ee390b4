using System.Numerics;
using System.Runtime.Intrinsics;

namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>Finds numbers long enough to mean somebody or something, also when they are printed in short groups.</summary>
internal static class DigitRuns
{
    /// <value>How far behind its end a search must see, so that a number that begins before it is found.</value>
    public const int Sight = MinGrouped - 1;

    private const int MaxLength = 80;

    // The shortest number that is printed in groups of fewer than four digits: eight digits in three groups.
    private const int MinGrouped = 10;
    private const int Step = 64 - MinGrouped + 1;

    /// <summary>
    /// The first place at or after <paramref name="from"/> where four digits follow each other, or ten digits and single separators between digits; or -1.
    /// </summary>
    public static int IndexOf(ReadOnlySpan<byte> text, int from)
    {
        var i = from;
        for (; i <= text.Length - 64; i += Step)
        {
            var (digits, separators) = Masks(text.Slice(i, 64));
            if (digits == 0)
            {
                continue;
            }

            var found = Runs(digits, separators);
            if (found != 0)
            {
                return i + BitOperations.TrailingZeroCount(found);
            }
        }

        if (i >= text.Length)
        {
            return -1;
        }

        Span<byte> rest = stackalloc byte[64];
        rest.Clear();
        text[i..].CopyTo(rest);
        var (last, between) = Masks(rest);
        var mask = Runs(last, between);
        return mask == 0 ? -1 : i + BitOperations.TrailingZeroCount(mask);
    }

    /// <summary>The whole number around a digit: digits and single separators between them.</summary>
    public static (int Start, int End) Around(ReadOnlySpan<byte> text, int place)
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

        return (start, end);
    }

    /// <summary>
    /// Where the part of a number that begins at <paramref name="from"/> ends. Spaces part numbers that have other separators, as a date before a number does.
    /// </summary>
    public static int PartEnd(ReadOnlySpan<byte> number, int from)
    {
        var space = number[from..].IndexOf((byte)' ');
        return space < 0 || !number.ContainsAny("-./"u8) ? number.Length : from + space;
    }

    /// <summary>Whether what stands before a number belongs to it, as in 0x12345678, id_123 and 1.5: no number that begins with a digit begins there.</summary>
    public static bool Continues(ReadOnlySpan<byte> text, int start) =>
        start > 0
        && (char.IsAsciiLetterOrDigit((char)text[start - 1]) || text[start - 1] is (byte)'.' or (byte)'/' or (byte)'_' or (byte)'-')
        && !(start > 1 && text[start - 2] == '\\' && (text[start - 1] is (byte)'n' or (byte)'r' or (byte)'t'));

    /// <summary>Whether two letters and two digits follow each other, as they do where an account begins.</summary>
    public static bool HasLettersBefore(ReadOnlySpan<byte> text)
    {
        for (var i = 3; i < text.Length; i++)
        {
            if (IsDigit(text, i) && IsDigit(text, i - 1) && char.IsAsciiLetter((char)text[i - 2]) && char.IsAsciiLetter((char)text[i - 3]))
            {
                return true;
            }
        }

        return false;
    }

    public static int Count(ReadOnlySpan<byte> number)
    {
        var digits = 0;
        foreach (var b in number)
        {
            digits += char.IsAsciiDigit((char)b) ? 1 : 0;
        }

        return digits;
    }

    // Bit by bit: which bytes are digits, and which may stand between digits (space, and from - to /).
    private static (ulong Digits, ulong Separators) Masks(ReadOnlySpan<byte> bytes)
    {
        var low = Vector256.Create(bytes);
        var high = Vector256.Create(bytes[32..]);
        return (Digits(low) | ((ulong)Digits(high) << 32), Separators(low) | ((ulong)Separators(high) << 32));
    }

    private static uint Digits(Vector256<byte> bytes) =>
        Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9)).ExtractMostSignificantBits();

    private static uint Separators(Vector256<byte> bytes) =>
        (Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'-'), Vector256.Create((byte)2))
            | Vector256.Equals(bytes, Vector256.Create((byte)' '))).ExtractMostSignificantBits();

    private static ulong Runs(ulong digits, ulong separators)
    {
        var four = digits & (digits >> 1);
        four &= four >> 2;
        var grouped = digits | (separators & (digits << 1) & (digits >> 1));
        grouped &= grouped >> 1;
        grouped &= grouped >> 2;
        grouped &= grouped >> 4;
        grouped &= grouped >> 2;
        return four | (grouped & digits);
    }

    private static bool IsDigit(ReadOnlySpan<byte> text, int place) => (uint)place < (uint)text.Length && char.IsAsciiDigit((char)text[place]);

    private static bool IsSeparator(byte value) => value is (byte)' ' or (byte)'-' or (byte)'.' or (byte)'/';
}
