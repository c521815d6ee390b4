using System.Globalization;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>The checks that rules name. Those for personal data; for secrets see <see cref="SecretChecks"/>, for addresses <see cref="EmailCheck"/>.</summary>
internal static class ValueChecks
{
    private static readonly int[] NhsWeights = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    private static readonly int[] PeselWeights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
    private static readonly int[] AbaWeights = [3, 7, 1, 3, 7, 1, 3, 7, 1];

    // From documentation and advertising; nobody's.
    private static readonly string[] KnownSsns = ["078051120", "219099999", "123456789", "987654321", "111223333", "123121234"];

    // Published by the card networks and payment providers for tests.
    private static readonly string[] TestCards =
    [
        "4111111111111111", "4242424242424242", "4012888888881881", "4000056655665556", "5555555555554444", "5105105105105100",
        "2223003122003222", "378282246310005", "371449635398431", "6011111111111117", "6011000990139424", "30569309025904",
        "38520000023237", "3566002020360505", "3530111333300000", "4222222222222", "5200828282828210", "4000000000000002",
    ];

    // By their first four digits, with the lengths that the network uses.
    private static readonly (string Network, int First, int Last, int[] Lengths)[] IssuerRanges =
    [
        ("Visa", 4000, 4999, [13, 16, 19]),
        ("Mastercard", 2221, 2720, [16]),
        ("Mastercard", 5100, 5599, [16]),
        ("American Express", 3400, 3499, [15]),
        ("American Express", 3700, 3799, [15]),
        ("JCB", 3528, 3589, [16, 17, 18, 19]),
        ("Discover", 6011, 6011, [16, 17, 18, 19]),
        ("Discover", 6440, 6599, [16, 17, 18, 19]),
        ("UnionPay", 6221, 6229, [16, 17, 18, 19]),
        ("Diners Club", 3000, 3059, [14, 16]),
        ("Diners Club", 3600, 3699, [14, 16]),
        ("Diners Club", 3800, 3999, [14, 16]),
        ("Maestro", 5018, 5020, [13, 14, 15, 16, 17, 18, 19]),
        ("Maestro", 5038, 5038, [13, 14, 15, 16, 17, 18, 19]),
        ("Maestro", 5893, 5893, [13, 14, 15, 16, 17, 18, 19]),
        ("Maestro", 6304, 6304, [13, 14, 15, 16, 17, 18, 19]),
        ("Maestro", 6759, 6759, [13, 14, 15, 16, 17, 18, 19]),
        ("Maestro", 6761, 6763, [13, 14, 15, 16, 17, 18, 19]),
    ];

    // The registry's own example for each of the most used countries.
    private static readonly string[] ExampleIbans = [
        "DE89370400440532013000",
        "GB29NWBK60161331926819",
        "FR1420041010050500013M02606",
        "GB82WEST12345698765432",
        "NL91ABNA0417164300",
        "CH9300762011623852957",
        "BE68539007547034",
        "AT611904300234573201",
        "IT60X0542811101000000123456",
        "ES9121000418450200051332",
        "PL61109010140000071219812874"
    ];

    /// <exception cref="EvaluationException">There is no such check.</exception>
    public static ValueCheck Named(string name) => name switch
    {
        "payment-card" => static (in c) => Card(Digits(c.Value)),
        "iban97" => static (in c) => Iban(c.Value.Replace(" ", string.Empty, StringComparison.Ordinal)),
        "ssn" => static (in c) => Ssn(Digits(c.Value)),
        "phone" => static (in c) => Phone(Digits(c.Value)),
        "nino" =>
            static (in c) => Plausible(c.Value[..2].ToUpperInvariant() is not ("BG" or "GB" or "NK" or "KN" or "TN" or "NT" or "ZZ")
                && Digits(c.Value) != "123456"),
        "nhs" => static (in c) => Plausible(Checksums.Weighted(Digits(c.Value), NhsWeights, 11)),
        "pesel" => static (in c) => Plausible(Checksums.Weighted(c.Value, PeselWeights, 10) && IsPeselDate(c.Value)),
        "nir" => static (in c) => Nir(Digits(c.Value)),
        "steuer-id" => static (in c) => Plausible(Checksums.Mod1110(c.Value) && c.Value[..10].Distinct().Count() is 8 or 9),
        "cpf" => static (in c) => Plausible(Checksums.Cpf(Digits(c.Value)) && Digits(c.Value).Distinct().Count() > 2),
        "aba" =>
            static (in c) => Plausible(Checksums.Weighted(c.Value, AbaWeights, 10)
                && int.Parse(c.Value.AsSpan(0, 2), CultureInfo.InvariantCulture) is (>= 1 and <= 12) or (>= 21 and <= 32)),
        "birth-date" => static (in c) => Plausible(IsBirthDate(c.Value)),
        "passport" => static (in c) => Plausible(!MadeUp.Is(c.Value, RuleCategories.ProviderSecret)),
        "email" => EmailCheck.Check,
        _ => SecretChecks.Named(name),
    };

    private static Validity Plausible(bool holds) => holds ? Validity.Plausible : Validity.Refuted;

    private static string Digits(string value) => string.Concat(value.Where(char.IsAsciiDigit));

    private static Validity Card(string digits) => Plausible(
        digits.Length is >= 13 and <= 19
            && IsIssued(digits)
            && Checksums.Luhn(digits)
            && digits.Distinct().Count() > 2
            && !TestCards.Contains(digits, StringComparer.Ordinal));

    private static bool IsIssued(string digits)
    {
        var head = int.Parse(digits.AsSpan(0, 4), CultureInfo.InvariantCulture);
        return Array.Exists(IssuerRanges, range => head >= range.First && head <= range.Last && range.Lengths.Contains(digits.Length));
    }

    private static Validity Iban(string account) => Plausible(
        IbanCountries.Length(account[..2]) == account.Length && Checksums.Iban(account) && !ExampleIbans.Contains(account, StringComparer.Ordinal));

    private static Validity Ssn(string digits)
    {
        var area = digits[..3];
        return Plausible(area is not ("000" or "666") && digits[0] != '9' && digits[3..5] != "00" && digits[5..] != "0000"
            && !KnownSsns.Contains(digits, StringComparer.Ordinal) && digits.Distinct().Count() > 2);
    }

    private static Validity Phone(string digits)
    {
        var american = digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits;
        var fictional = american.Length == 10 && (american[3..6] == "555" || american[..3] == "555");
        return Plausible(digits.Length is >= 9 and <= 15
            && !fictional
            && digits.Distinct().Count() > 3
            && !digits.Contains("1234567", StringComparison.Ordinal));
    }

    private static Validity Nir(string digits) => Plausible(
        int.Parse(digits.AsSpan(3, 2), CultureInfo.InvariantCulture) is >= 1 and <= 12
        && long.Parse(digits.AsSpan(0, 13), CultureInfo.InvariantCulture) % 97 == 97 - int.Parse(digits.AsSpan(13), CultureInfo.InvariantCulture));

    // The century is coded in the month: 81 to 92 for the 1800s, 1 to 12 for the 1900s, 21 to 32 for the 2000s.
    private static bool IsPeselDate(string digits)
    {
        var month = int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture) % 20;
        return month is >= 1 and <= 12 && int.Parse(digits.AsSpan(4, 2), CultureInfo.InvariantCulture) is >= 1 and <= 31;
    }

    private static bool IsBirthDate(string value)
    {
        string[] formats = ["yyyy-M-d", "d-M-yyyy", "M-d-yyyy"];
        return DateOnly.TryParseExact(value.Replace('/', '-').Replace('.', '-'), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && !(date.Day == 1 && date.Month == 1) && date.Year is >= 1900 and <= 2030;
    }
}
