using System.Globalization;

namespace Gates.BuiltIn.DlpScan.Values.Personal;

/// <summary>Cards, accounts and banks.</summary>
internal static class Banking
{
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
        ("UnionPay", 6200, 6299, [16, 17, 18, 19]),
        ("UnionPay, RuPay", 8100, 8201, [16, 17, 18, 19]),
        ("RuPay", 5085, 5089, [16]),
        ("RuPay", 6069, 6085, [16]),
        ("Mir", 2200, 2204, [16, 17, 18, 19]),
        ("Troy", 9792, 9792, [16]),
        ("Verve", 5060, 5061, [16, 18, 19]),
        ("Elo", 5041, 5041, [16]),
        ("Elo", 5066, 5067, [16]),
        ("Elo", 5090, 5090, [16]),
        ("Elo", 6362, 6363, [16]),
        ("Hipercard", 6062, 6062, [16]),
        ("JCB", 2131, 2131, [15]),
        ("Diners Club", 3000, 3059, [14, 16]),
        ("Diners Club", 3600, 3699, [14, 16]),
        ("Diners Club", 3800, 3999, [14, 16]),
        ("Maestro", 5018, 5020, [13, 14, 15, 16, 17, 18, 19]),
        ("Maestro", 5038, 5038, [13, 14, 15, 16, 17, 18, 19]),
        ("Maestro", 5893, 5893, [13, 14, 15, 16, 17, 18, 19]),
        ("Maestro", 6304, 6304, [13, 14, 15, 16, 17, 18, 19]),
        ("Maestro", 6759, 6759, [13, 14, 15, 16, 17, 18, 19]),
        ("Maestro", 6761, 6763, [13, 14, 15, 16, 17, 18, 19]),
        ("Maestro", 6767, 6767, [16, 18, 19]),
        ("Maestro", 6770, 6774, [16, 17, 18, 19]),
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

    public static Func<string, bool>? Named(string name) => name switch
    {
        "payment-card" => Card,
        "iban97" => static n => IbanCountries.Fits(n) && Checksums.Iban(n) && !ExampleIbans.Contains(n, StringComparer.Ordinal),
        "aba" => static n => Checksums.Weighted(n, [3, 7, 1, 3, 7, 1, 3, 7, 1], 10) && Numbers.Number(n, 0, 2) is (>= 1 and <= 12) or (>= 21 and <= 32),
        "swift" => static n => IbanCountries.All.Contains(n[4..6], StringComparer.Ordinal)
            || n[4..6] is "US" or "CA" or "AU" or "JP" or "CN" or "IN" or "SG" or "HK",
        _ => null,
    };

    private static bool Card(string digits) =>
        digits.Length is >= 13 and <= 19 && IsIssued(digits) && Checksums.Luhn(digits) && !TestCards.Contains(digits, StringComparer.Ordinal);

    private static bool IsIssued(string digits)
    {
        var head = int.Parse(digits.AsSpan(0, 4), CultureInfo.InvariantCulture);
        return Array.Exists(IssuerRanges, range => head >= range.First && head <= range.Last && range.Lengths.Contains(digits.Length));
    }
}
