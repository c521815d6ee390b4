namespace Gates.BuiltIn.DlpScan.Values.Personal;

/// <summary>National numbers of North and South America.</summary>
internal static class Americas
{
    private const string CurpDigits = "0123456789ABCDEFGHIJKLMN?OPQRSTUVWXYZ";
    private const string RfcDigits = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ ";

    // From documentation and advertising; nobody's.
    private static readonly string[] KnownSsns = ["078051120", "219099999", "123456789", "987654321", "111223333", "123121234"];

    public static Func<string, bool>? Named(string name) => name switch
    {
        "ssn" => static n => n[..3] is not ("000" or "666") && n[0] != '9' && n[3..5] != "00" && n[5..] != "0000"
            && !KnownSsns.Contains(n, StringComparer.Ordinal),
        "itin" => static n => n[0] == '9' && Numbers.Number(n, 3, 2) is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or >= 94,
        "ein" => static n => Numbers.Number(n, 0, 2) is not (0 or 7 or 8 or 9 or 17 or 18 or 19 or 28 or 29 or 49 or 69 or 70 or 78 or 79 or 89 or 96 or 97),
        "canadian-sin" => static n => n[0] is not ('0' or '8') && Checksums.Luhn(n),
        "curp" => static n => Numbers.IsYearFirst(n, 4) && (10 - (Weighted(n, CurpDigits, 17, 18) % 10)) % 10 == n[17] - '0',
        "rfc" => static n => Numbers.IsYearFirst(n, 4)
            && (11 - (Weighted(n, RfcDigits, 12, 13) % 11)) switch { 11 => '0', 10 => 'A', var d => (char)('0' + d) } == n[12],
        "cpf" => Checksums.Cpf,
        "cnpj" => static n => Check(n, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) == n[12] - '0'
            && Check(n, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) == n[13] - '0',
        "chilean-rut" => Rut,
        "argentine-cuit" => static n => n[..2] is "20" or "23" or "24" or "25" or "26" or "27"
            && (11 - (Numbers.Sum(n, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 == n[10] - '0',
        "ecuadorian-cedula" => static n => Numbers.Number(n, 0, 2) is (>= 1 and <= 24) or 30 && n[2] < '6' && Checksums.Luhn(n),
        "uruguayan-ci" => static n => Checksums.Weighted(n.PadLeft(8, '0'), [2, 9, 8, 7, 6, 3, 4, 1], 10),
        "any" => static _ => true,
        _ => null,
    };

    private static int Check(string digits, ReadOnlySpan<int> weights) => Numbers.Sum(digits, weights) % 11 is var rest && rest < 2 ? 0 : 11 - rest;

    private static int Weighted(string code, string values, int length, int first)
    {
        var sum = 0;
        for (var i = 0; i < length; i++)
        {
            sum += values.IndexOf(code[i], StringComparison.Ordinal) * (first - i);
        }

        return sum;
    }

    private static bool Rut(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length - 1; i++)
        {
            sum += (number[^(i + 2)] - '0') * ((i % 6) + 2);
        }

        return (11 - (sum % 11)) switch { 11 => '0', 10 => 'K', var d => (char)('0' + d) } == number[^1];
    }
}
