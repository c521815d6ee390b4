namespace Gates.BuiltIn.DlpScan.Values.Personal;

/// <summary>National numbers of the Middle East and Africa.</summary>
internal static class MiddleEastAndAfrica
{
    public static Func<string, bool>? Named(string name) => name switch
    {
        "israeli-id" => Checksums.Luhn,
        "south-african-id" => static n => Numbers.IsYearFirst(n) && n[10] is '0' or '1' && Checksums.Luhn(n),
        "emirates-id" => static n => n[3..5] is "19" or "20" && Checksums.Luhn(n),
        "saudi-id" => static n => n[0] is '1' or '2' && Checksums.Luhn(n),
        "egyptian-id" => static n => n[0] is '2' or '3' && Numbers.IsYearFirst(n, 1) && Numbers.Number(n, 7, 2) is (>= 1 and <= 35) or 88,
        _ => null,
    };
}
