using System.Globalization;

namespace Gates.BuiltIn.DlpScan.Values.Personal;

/// <summary>What national numbers are made of: digits, weighted sums, and dates.</summary>
internal static class Numbers
{
    public static string Digits(string value) => string.Concat(value.Where(char.IsAsciiDigit));

    /// <summary>Letters and digits, letters in capitals.</summary>
    public static string Plain(string value) => string.Concat(value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    public static int Number(string digits, int start, int length) => int.Parse(digits.AsSpan(start, length), CultureInfo.InvariantCulture);

    /// <summary>The sum of the first digits, each times its weight.</summary>
    public static int Sum(string digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return sum;
    }

    /// <summary>Whether a day and a month exist; years are not asked.</summary>
    public static bool IsDay(int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= (month == 2 ? 29 : month is 4 or 6 or 9 or 11 ? 30 : 31);

    /// <summary>Whether six digits are a date: year, month, day.</summary>
    public static bool IsYearFirst(string digits, int at = 0) => IsDay(Number(digits, at + 2, 2), Number(digits, at + 4, 2));

    /// <summary>Whether six digits are a date: day, month, year.</summary>
    public static bool IsDayFirst(string digits, int at = 0) => IsDay(Number(digits, at + 2, 2), Number(digits, at, 2));

    /// <summary>Whether a number is not one of those that people make up: few different digits, or digits that count up or down.</summary>
    public static bool IsVaried(string digits) =>
        digits.Distinct().Count() > 2
        && !"12345678901234567890".Contains(digits, StringComparison.Ordinal)
        && !"98765432109876543210".Contains(digits, StringComparison.Ordinal);

    public static Validity Plausible(bool holds) => holds ? Validity.Plausible : Validity.Refuted;
}
