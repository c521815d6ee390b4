using System.Globalization;
using System.Net;

namespace Gates.BuiltIn.DlpScan.Values.Personal;

/// <summary>What is judged as it is written: telephone numbers, dates, addresses, lines for machines.</summary>
internal static class Contacts
{
    // The codes of countries and their services that ITU E.164 assigns, by length.
    private const string Codes =
        "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";
    private static readonly string[] ShortCodes = Codes.Split(' ');

    public static Func<string, bool>? Named(string name) => name switch
    {
        "phone" => static value => Phone(value),
        "birth-date" => IsBirthDate,
        "ip-address" => IsPublic,
        "passport-mrz" => Documents.Mrz,
        _ => null,
    };

    private static bool Phone(string value)
    {
        var digits = Numbers.Digits(value);
        var trimmed = value.TrimStart();
        var isInternational = trimmed[0] == '+' || trimmed.StartsWith("00", StringComparison.Ordinal);
        var significant = isInternational ? digits.TrimStart('0') : digits;
        var american = significant.Length == 11 && significant[0] == '1' ? significant[1..] : significant;
        var isFictional = american.Length == 10 && (american[3..6] == "555" || american[..3] == "555");
        return significant.Length is >= 7 and <= 15
            && !isFictional
            && (!isInternational || HasCode(significant))
            && digits.Distinct().Count() > 3
            && !digits.Contains("1234567", StringComparison.Ordinal)
            && !digits.Contains("0000000", StringComparison.Ordinal);
    }

    // Three-digit codes fill what the shorter ones leave: 21x to 29x, 35x to 38x, 42x, 50x, 59x, 67x to 69x, 80x, 85x to 88x, 96x to 99x.
    private static bool HasCode(string digits) =>
        digits.Length >= 8
        && (digits[..1] is "1" ? digits.Length == 11 && digits[1] > '1'
            : ShortCodes.Contains(digits[..1], StringComparer.Ordinal)
                || ShortCodes.Contains(digits[..2], StringComparer.Ordinal)
                || digits[..2] is "21" or "22" or "23" or "24" or "25" or "26" or "29" or "35" or "37" or "38" or "42" or "50" or "59" or "67" or "68"
                    or "69" or "80" or "85" or "87" or "88" or "96" or "97" or "99");

    private static bool IsBirthDate(string value)
    {
        string[] formats = ["yyyy-M-d", "d-M-yyyy", "M-d-yyyy"];
        return DateOnly.TryParseExact(value.Replace('/', '-').Replace('.', '-'), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && !(date.Day == 1 && date.Month == 1) && date.Year is >= 1900 and <= 2030;
    }

    // Private, local, documentation and multicast networks are nobody's.
    private static bool IsPublic(string value)
    {
        if (!IPAddress.TryParse(value, out var address))
        {
            return false;
        }

        var bytes = address.GetAddressBytes();
        return bytes.Length == 16
            ? (bytes[0] & 0xe0) == 0x20 && !(bytes[0] == 0x20 && bytes[1] == 1 && bytes[2] == 0x0d && bytes[3] == 0xb8)
            : bytes switch
            {
                [0 or 10 or 127 or >= 224, ..] => false,
                [100, >= 64 and < 128, ..] or [169, 254, ..] or [172, >= 16 and < 32, ..] or [192, 168, ..] => false,
                [192, 0, 0 or 2, _] or [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
                [8, 8, 8, 8] or [8, 8, 4, 4] or [1, 1, 1, 1] or [9, 9, 9, 9] or [1, 2, 3, 4] => false,
                _ => true,
            };
    }
}
