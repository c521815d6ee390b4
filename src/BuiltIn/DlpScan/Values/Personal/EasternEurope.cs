using System.Globalization;

namespace Gates.BuiltIn.DlpScan.Values.Personal;

/// <summary>National numbers from Poland to Greece, Turkey and Russia.</summary>
internal static class EasternEurope
{
    public static Func<string, bool>? Named(string name) => name switch
    {
        "pesel" => static n => Checksums.Weighted(n, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1], 10) && IsDay(n, 2, 20),
        "czech-birth-number" => static n => IsDay(n, 2, n[2] >= '5' ? 50 : 20) && long.Parse(n, CultureInfo.InvariantCulture) % 11 == 0,
        "romanian-cnp" => static n => n[0] != '0' && Numbers.IsYearFirst(n, 1)
            && Numbers.Sum(n, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 is var check && (check == 10 ? 1 : check) == n[12] - '0',
        "bulgarian-egn" => static n => IsDay(n, 2, 20) && Numbers.Sum(n, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == n[9] - '0',
        "hungarian-taj" => static n => Numbers.Sum(n, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 == n[8] - '0',
        "hungarian-tax-id" => static n => n[0] == '8' && Numbers.Sum(n, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == n[9] - '0',
        "greek-amka" => static n => Numbers.IsDayFirst(n) && Checksums.Luhn(n),
        "greek-afm" => static n => Numbers.Sum(n, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == n[8] - '0',
        "croatian-oib" => Checksums.Mod1110,
        "jmbg" => static n => Numbers.IsDayFirst(n)
            && (11 - (Numbers.Sum(n, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) is var check && (check > 9 ? 0 : check) == n[12] - '0',
        "turkish-tckn" => Turkish,
        "ukrainian-rnokpp" => static n =>
            ((Numbers.Sum(n, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11) + 11) % 11 % 10 == n[9] - '0' && n[0] < '5',
        "russian-snils" => static n => Numbers.Sum(n, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == Numbers.Number(n, 9, 2),
        "russian-inn" => static n => Numbers.Sum(n, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == n[10] - '0'
            && Numbers.Sum(n, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == n[11] - '0',
        _ => null,
    };

    // The month says the century, or the sex, by what is added to it.
    private static bool IsDay(string digits, int at, int step) => Numbers.IsDay(Numbers.Number(digits, at, 2) % step, Numbers.Number(digits, at + 2, 2));

    private static bool Turkish(string digits)
    {
        var odd = Numbers.Sum(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
        var even = Numbers.Sum(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
        var tenth = (((odd * 7) - even) % 10 + 10) % 10;
        return digits[0] != '0' && tenth == digits[9] - '0' && (odd + even + tenth) % 10 == digits[10] - '0';
    }
}
