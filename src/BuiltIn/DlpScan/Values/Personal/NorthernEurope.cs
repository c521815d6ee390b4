namespace Gates.BuiltIn.DlpScan.Values.Personal;

/// <summary>National numbers of the Nordic and Baltic countries: all begin with a date of birth.</summary>
internal static class NorthernEurope
{
    private const string FinnishLetters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    public static Func<string, bool>? Named(string name) => name switch
    {
        "swedish-personnummer" => static n => Swedish(n[^10..]),
        "finnish-hetu" => static n => Numbers.IsDayFirst(n) && FinnishLetters[Numbers.Number(n[..6] + n[^4..^1], 0, 9) % 31] == n[^1],
        "danish-cpr" => static n => Numbers.IsDayFirst(n),
        "norwegian-id" => Norwegian,
        "icelandic-kennitala" => static n => n[9] is '0' or '9' or '8'
            && Numbers.IsDayFirst(n)
            && (11 - (Numbers.Sum(n, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 == n[8] - '0',
        "baltic-personal-code" => static n => n[0] is >= '1' and <= '8' && Numbers.IsYearFirst(n, 1) && BalticCheck(n) == n[10] - '0',
        "latvian-personal-code" => static n => n.StartsWith("32", StringComparison.Ordinal)
            || (Numbers.IsDayFirst(n) && (1101 - Numbers.Sum(n, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11 % 10 == n[10] - '0'),
        _ => null,
    };

    // A day above 60 is a coordination number's.
    private static bool Swedish(string digits) =>
        Numbers.Number(digits, 4, 2) is var day && Numbers.IsDay(Numbers.Number(digits, 2, 2), day > 60 ? day - 60 : day) && Checksums.Luhn(digits);

    // A day above 40 is that of a number for who has no other.
    private static bool Norwegian(string digits) =>
        Numbers.Number(digits, 0, 2) is var day
        && Numbers.IsDay(Numbers.Number(digits, 2, 2), day > 40 ? day - 40 : day)
        && Checksums.Weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1], 11)
        && Checksums.Weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], 11);

    private static int BalticCheck(string digits)
    {
        var first = Numbers.Sum(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
        return first < 10 ? first : Numbers.Sum(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10;
    }
}
