using System.Globalization;

namespace Gates.BuiltIn.DlpScan.Values.Personal;

/// <summary>National numbers from France to Austria, and of the British Isles.</summary>
internal static class WesternEurope
{
    private const string SpanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string IrishLetters = "WABCDEFGHIJKLMNOPQRSTUV";

    // What an Italian letter or digit counts for on odd places, from 0 and A on.
    private static readonly int[] ItalianOdd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    public static Func<string, bool>? Named(string name) => name switch
    {
        "nir" => Nir,
        "steuer-id" => static n => n[0] != '0' && Checksums.Mod1110(n) && n[..10].Distinct().Count() is 8 or 9,
        "german-social-insurance" => GermanSocialInsurance,
        "spanish-dni" => static n => SpanishLetters[Numbers.Number(n, 0, 8) % 23] == n[8],
        "spanish-nie" => static n => SpanishLetters[Numbers.Number((char)(n[0] - 'X' + '0') + n[1..8], 0, 8) % 23] == n[8],
        "codice-fiscale" => CodiceFiscale,
        "bsn" => static n => Checksums.Weighted(n, [9, 8, 7, 6, 5, 4, 3, 2, -1], 11),
        "belgian-national" => Belgian,
        "portuguese-nif" => static n => (11 - (Numbers.Sum(n, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) is var check && n[8] - '0' == (check > 9 ? 0 : check),
        "irish-pps" => static n =>
            IrishLetters[(Numbers.Sum(n, [8, 7, 6, 5, 4, 3, 2]) + (n.Length > 8 && n[8] != 'W' ? (n[8] - 'A' + 1) * 9 : 0)) % 23] == n[7],
        "nino" => static n => n[..2] is not ("BG" or "GB" or "NK" or "KN" or "TN" or "NT" or "ZZ") && n[2..8] != "123456",
        "nhs" => static n => Checksums.Weighted(n, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 11),
        "austrian-svnr" => static n =>
            n[0] != '0' && Numbers.Sum(n, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == n[3] - '0' && Numbers.Number(n, 4, 2) is >= 1 and <= 31
                && Numbers.Number(n, 6, 2) is >= 1 and <= 15,
        "swiss-ahv" => static n => n.StartsWith("756", StringComparison.Ordinal) && Checksums.Weighted(n, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1], 10),
        _ => null,
    };

    // Corsica's departments count as 19 and 18; months above 12 stand for those that are not known.
    private static bool Nir(string number)
    {
        var digits = number[5] == '2' && number[6] is 'A' or 'B' ? number[..5] + (number[6] == 'A' ? "19" : "18") + number[7..] : number;
        return digits.All(char.IsAsciiDigit)
            && Numbers.Number(digits, 3, 2) is (>= 1 and <= 12) or (>= 20 and <= 42) or >= 50
            && digits[5..7] != "00"
            && long.Parse(digits.AsSpan(0, 13), CultureInfo.InvariantCulture) % 97 == 97 - Numbers.Number(digits, 13, 2);
    }

    private static bool GermanSocialInsurance(string number)
    {
        if (Numbers.Number(number, 4, 2) is 0 or > 12 || Numbers.Number(number, 2, 2) is 0 or (> 31 and < 51) or > 81)
        {
            return false;
        }

        var digits = number[..8] + (number[8] - 'A' + 1).ToString("00", CultureInfo.InvariantCulture) + number[9..];
        ReadOnlySpan<int> weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var product = (digits[i] - '0') * weights[i];
            sum += (product / 10) + (product % 10);
        }

        return sum % 10 == digits[^1] - '0';
    }

    private static bool CodiceFiscale(string code)
    {
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = char.IsAsciiDigit(code[i]) ? code[i] - '0' : code[i] - 'A';
            sum += i % 2 == 0 ? ItalianOdd[value] : value;
        }

        return 'A' + (sum % 26) == code[15];
    }

    // Who was born from 2000 on has a 2 before the number when it is checked; month 20 and 40 more for those whose sex or date is not known.
    private static bool Belgian(string number)
    {
        var (body, check) = (long.Parse(number.AsSpan(0, 9), CultureInfo.InvariantCulture), Numbers.Number(number, 9, 2));
        return Numbers.Number(number, 2, 2) % 20 <= 12 && Numbers.Number(number, 4, 2) <= 31
            && (97 - (body % 97) == check || 97 - ((2_000_000_000 + body) % 97) == check);
    }
}
