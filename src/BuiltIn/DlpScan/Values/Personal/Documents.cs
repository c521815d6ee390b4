namespace Gates.BuiltIn.DlpScan.Values.Personal;

/// <summary>Numbers of passports, cards and vehicles.</summary>
internal static class Documents
{
    private const string VinValues = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";

    public static Func<string, bool>? Named(string name) => name switch
    {
        "passport" => static n => !MadeUp.Is(n, RuleCategories.ProviderSecret),
        "passport-mrz" => null,
        "german-id-card" => static n => n.Length == 9 || Seven31(n[..9]) == n[9] - '0',
        "polish-id-card" => static n => Seven31(n[..3] + "0" + n[4..]) == n[3] - '0',
        "uk-driving-licence" => static n => Numbers.Number(n, 6, 2) is var month
            && Numbers.IsDay(month > 50 ? month - 50 : month, Numbers.Number(n, 8, 2)),
        "vin" => Vin,
        _ => null,
    };

    /// <summary>The line of a passport that machines read: its four check digits.</summary>
    public static bool Mrz(string line) =>
        line.Length == 44
        && Seven31(line[..9]) == Value(line[9])
        && Seven31(line[13..19]) == Value(line[19])
        && Seven31(line[21..27]) == Value(line[27])
        && Seven31(line[..10] + line[13..20] + line[21..43]) == Value(line[43]);

    /// <summary>ICAO 9303: weights 7, 3 and 1 in turn; letters count from A = 10, and what is left empty nothing.</summary>
    private static int Seven31(string text)
    {
        ReadOnlySpan<int> weights = [7, 3, 1];
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            sum += Value(text[i]) * weights[i % 3];
        }

        return sum % 10;
    }

    private static int Value(char c) => char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetterUpper(c) ? c - 'A' + 10 : 0;

    private static bool Vin(string number)
    {
        ReadOnlySpan<int> weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += VinValues.IndexOf(number[i], StringComparison.Ordinal) % 10 * weights[i];
        }

        return (sum % 11 == 10 ? 'X' : (char)('0' + (sum % 11))) == number[8];
    }
}
