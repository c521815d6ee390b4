namespace Gates.BuiltIn.DlpScan.Values.Personal;

/// <summary>National numbers from India to Australia.</summary>
internal static class AsiaPacific
{
    // The provinces of a Chinese number.
    private const string Provinces = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83";

    // What a Taiwanese letter counts for, from A on.
    private static readonly int[] TaiwaneseLetters =
        [10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33];

    public static Func<string, bool>? Named(string name) => name switch
    {
        "aadhaar" => static n => n[0] > '1' && Checksums.Verhoeff(n),
        "singapore-nric" => Nric,
        "korean-rrn" => static n => Numbers.IsYearFirst(n) && n[6] is >= '1' and <= '8',
        "japanese-my-number" => static n => (Numbers.Sum(n, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) is var rest
            && (rest < 2 ? 0 : 11 - rest) == n[11] - '0',
        "chinese-resident-id" => static n => Provinces.Contains(n[..2], StringComparison.Ordinal)
            && n[6..8] is "19" or "20"
            && Numbers.IsYearFirst(n, 8)
            && "10X98765432"[Numbers.Sum(n, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] == n[17],
        "hkid" => HongKong,
        "taiwanese-id" => static n => TaiwaneseLetters[n[0] - 'A'] is var letter
            && ((letter / 10) + (letter % 10 * 9) + Numbers.Sum(n[1..], [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 == 0,
        "thai-id" => static n => n[0] != '0' && (11 - (Numbers.Sum(n, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == n[12] - '0',
        "malaysian-id" => static n => Numbers.IsYearFirst(n) && n[6..8] is not ("00" or "17" or "18" or "19" or "20" or "69" or "70" or "73" or "80" or "81"),
        "indonesian-nik" => static n => Numbers.Number(n, 0, 2) is >= 11 and <= 96
            && Numbers.Number(n, 6, 2) is var day && Numbers.IsDay(Numbers.Number(n, 8, 2), day > 40 ? day - 40 : day) && n[12..] != "0000",
        "australian-tfn" => static n => Checksums.Weighted(n, [1, 4, 3, 7, 5, 8, 6, 9, 10], 11),
        "australian-medicare" => static n => n[0] is >= '2' and <= '6' && Numbers.Sum(n, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == n[8] - '0',
        "new-zealand-ird" => static n => NewZealand(n.PadLeft(9, '0')),
        _ => null,
    };

    private static bool Nric(string number)
    {
        var sum = Numbers.Sum(number[1..], [2, 7, 6, 5, 4, 3, 2]) + number[0] switch { 'T' or 'G' => 4, 'M' => 3, _ => 0 };
        var letters = number[0] switch { 'S' or 'T' => "JZIHGFEDCBA", 'M' => "XWUTRQPNJLK", _ => "XWUTRQPNMLK" };
        return letters[sum % 11] == number[^1];
    }

    // A missing first letter counts as 36.
    private static bool HongKong(string number)
    {
        var body = number[..^1];
        var sum = body.Length == 8 ? 0 : 36 * 9;
        for (var i = 0; i < body.Length; i++)
        {
            sum += (char.IsAsciiDigit(body[^(i + 1)]) ? body[^(i + 1)] - '0' : body[^(i + 1)] - 'A' + 10) * (i + 2);
        }

        return (11 - (sum % 11)) switch { 11 => '0', 10 => 'A', var d => (char)('0' + d) } == number[^1];
    }

    private static bool NewZealand(string digits)
    {
        var check = -Numbers.Sum(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11 + 11;
        if (check == 10)
        {
            check = (11 - (Numbers.Sum(digits, [7, 4, 3, 2, 5, 2, 7, 6]) % 11)) % 11;
        }

        return check % 11 == digits[8] - '0' && Numbers.Number(digits, 0, 9) >= 10_000_000;
    }
}
